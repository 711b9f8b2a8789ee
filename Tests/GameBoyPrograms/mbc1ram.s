; MBC1 with 64 KB of ROM and four banks of RAM.
	.include "harness.inc"
	.org	0x147
	.db	0x03, 0x01, 0x03
	.org	0x300
start:
	; RAM is closed at first.
	ld	a, (0xA000)
	expect	1 0xFF
	ld	a, #0x3A
	ld	(0x0000), a
	; Without mode 1 there is one bank.
	ld	a, #0x77
	ld	(0xA000), a
	ld	a, #3
	ld	(0x4000), a
	ld	a, (0xA000)
	expect	2 0x77
	ld	a, #1
	ld	(0x6000), a
	ld	d, #4
write:	dec	d
	ld	a, d
	ld	(0x4000), a
	ld	(0xBFFF), a
	jr	nz, write
	ld	d, #4
read:	dec	d
	ld	a, d
	ld	(0x4000), a
	ld	c, d
	ld	b, #3
	ld	a, (0xBFFF)
	call	check
	ld	a, d
	or	a, a
	jr	nz, read
	ld	a, (0xA000)
	expect	4 0x77
	; Closed again by anything but A.
	ld	a, #0x0B
	ld	(0x0000), a
	ld	a, (0xA000)
	expect	5 0xFF
	jp	pass
