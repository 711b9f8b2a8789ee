martlet simulate --seconds 2
