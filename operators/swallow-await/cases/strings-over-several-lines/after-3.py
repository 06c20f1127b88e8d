async def load(*args):
    return args


async def fill(a):
    await load("""
    one
  two
""", 1)
    await load(
        "a"  # it's "a"
        'b'
        """c
    d""" f"""e
    {a}
    {
        a
    }
""",
        rf'''\{a}
    {a:>{a}}
    \\''',
        b"""
    f
    """,
        "g\
    h",
    )
    x = None
    try:
        x = f'''
    {load("""
    i""")}
    '''
    except Exception:
        pass
    print(x)
