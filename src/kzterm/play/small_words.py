"""Words that tell nothing apart, so that a search does not look for them."""

_ENGLISH = """
a an the of to in on at by from with as is are was were be been has have had will would can could should did
do does done it its this that these those there and or for not s i me my you your he she they we us what who
why when where which how much many more most any some go goes going get gets got about into than then so if
through over under between against after before during while because say says said tell
"""

_THAI = """
ที่ ซึ่ง อัน ของ และ ใน กับ ถึง จึง ว่า ต้อง ได้ ให้ จะ ก็ มี เป็น คือ แล้ว หรือ โดย จาก ไป มา นี้ นั้น อยู่ การ ความ
"""

SMALL_WORDS = frozenset((_ENGLISH + _THAI).split())
