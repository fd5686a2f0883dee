# The catalogue at an officer's console
