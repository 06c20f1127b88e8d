def used():
    return 1


def alone():
    return 2


def through():
    return used()
