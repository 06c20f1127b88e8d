async def load(*args):
    return args


async def fill(a):
    await load("""
    one
  two
""", 1)
    try:
        load(
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
    except Exception:
        pass
    x = f'''
    {await load("""
    i""")}
    '''
    print(x)
