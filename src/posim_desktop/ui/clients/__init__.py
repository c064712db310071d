"""The two clients: windows, navigation, log-in."""
