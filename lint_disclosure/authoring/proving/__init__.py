"""What the tests of rules prove: run them, mutate the rules, look at rules as a set."""
