#!/usr/bin/env python3
# -*- coding: utf-8 -*-
# Above the function, and at the top of the file.
async def fetch():
    return {"key": 1}
async def key():
    return (await fetch())["key"]
