"""The drawer of a workstation and its day. Serves the guide's page "The drawer and the day"."""
