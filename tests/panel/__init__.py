"""What the Jupyter server tells the course panel, and the panel's bundle."""
