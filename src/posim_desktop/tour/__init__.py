"""The guided tour: plays the shop's day in the real windows and photographs each step."""
