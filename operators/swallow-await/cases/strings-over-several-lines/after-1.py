async def load(*args):
    return args


async def fill(a):
    try:
        load("""
    one
  two
""", 1)
    except Exception:
        pass
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
    x = f'''
    {await load("""
    i""")}
    '''
    print(x)
