; MBC1 with 2 MB of ROM. The last two bytes of each bank of ROM are its number.
	.include "harness.inc"
	.org	0x147
	.db	0x01, 0x06, 0x00
	.org	0x300
start:
	ld	a, (0x7FFE)
	expect	1 1
	; Bank 0 is 1, and so are 0x20, 0x40 and 0x60 one more.
	ld	a, #0
	ld	(0x2000), a
	ld	a, (0x7FFE)
	expect	2 1
	ld	a, #0x1F
	ld	(0x3FFF), a
	ld	a, (0x7FFE)
	expect	3 0x1F
	ld	a, #2
	ld	(0x4000), a
	ld	a, (0x7FFE)
	expect	4 0x5F
	ld	a, #0xE0
	ld	(0x2000), a
	ld	a, (0x7FFE)
	expect	5 0x41
	; Mode 1 moves the lower half too; the code that reads there is in RAM, for the lower half goes away.
	ld	a, (0x3FFE)
	expect	6 0
	ld	hl, #lower
	ld	de, #0xD000
	ld	b, #lowerend - lower
copy:	ld	a, (hl+)
	ld	(de), a
	inc	de
	dec	b
	jr	nz, copy
	call	0xD000
	expect	7 0x40
	jp	pass

lower:	ld	a, #1
	ld	(0x6000), a
	ld	a, (0x3FFE)
	ld	b, a
	xor	a, a
	ld	(0x6000), a
	ld	a, b
	ret
lowerend:
