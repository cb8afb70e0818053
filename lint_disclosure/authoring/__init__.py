"""What people who write rules need: run their tests, describe them, probe them, build them."""
