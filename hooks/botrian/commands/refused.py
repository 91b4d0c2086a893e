"""A refusal of the disk goes in; what happened and what to do, in Thai and English, comes out."""

from __future__ import annotations

import errno

#: What a disk may refuse, in Thai and English. Any other error of the system is a fault of ours.
_WORDS = {
    errno.ENOSPC: ("ดิสก์เต็ม ลบไฟล์ที่ไม่ใช้ แล้วสั่งใหม่", "The disk is full. Make room, and run this again."),
    errno.EDQUOT: (
        "พื้นที่ที่เครื่องให้ใช้เต็มแล้ว ลบไฟล์ แล้วสั่งใหม่",
        "Your share of the disk is full. Make room, and run this again.",
    ),
    errno.EROFS: (
        "โฟลเดอร์นี้อ่านได้อย่างเดียว ย้ายโครงการไปที่ที่เขียนได้ แล้วสั่งใหม่",
        "This folder can only be read. Move the project to a place that can be written, and run this again.",
    ),
    errno.EACCES: (
        "เครื่องไม่อนุญาตให้ใช้ไฟล์นี้ ปิดโปรแกรมที่เปิดไฟล์อยู่ ตรวจสิทธิ์ แล้วสั่งใหม่",
        "This file may not be used. Close programs that have it open, check permissions, and run this again.",
    ),
}
_WORDS[errno.EPERM] = _WORDS[errno.EACCES]


def words_of(error: OSError) -> str | None:
    """The sentence for a refusal of the disk, with the file it is about; None for any other error."""
    if error.errno not in _WORDS:
        return None
    thai, english = _WORDS[error.errno]
    where = f" ({error.filename})" if error.filename else ""
    return (
        f"ทำต่อไม่ได้: {thai}{where}\nสิ่งที่มีอยู่ก่อนยังอยู่ครบ\n\n"
        f"Cannot go on: {english}{where}\nWhat was there before is still there."
    )
