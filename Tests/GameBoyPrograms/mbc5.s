; MBC5 with 8 MB of ROM and 16 banks of RAM.
	.include "harness.inc"
	.org	0x147
	.db	0x1B, 0x08, 0x04
	.org	0x300
start:
	ld	a, (0x7FFE)
	expect	1 1
	; Bank 0 is bank 0.
	ld	a, #0
	ld	(0x2000), a
	ld	a, (0x7FFE)
	expect	2 0
	ld	a, #0xFE
	ld	(0x2FFF), a
	ld	a, (0x7FFE)
	expect	3 0xFE
	ld	a, (0x7FFF)
	expect	4 0
	; The ninth bit has a register of its own.
	ld	a, #0xFF
	ld	(0x3000), a
	ld	a, (0x7FFE)
	expect	5 0xFE
	ld	a, (0x7FFF)
	expect	6 1
	ld	a, (0x3FFE)
	expect	7 0
	; RAM opens with 0A alone.
	ld	a, #0x1A
	ld	(0x0000), a
	ld	a, (0xA000)
	expect	8 0xFF
	ld	a, #0x0A
	ld	(0x0000), a
	ld	d, #16
write:	dec	d
	ld	a, d
	ld	(0x4000), a
	ld	(0xA000), a
	jr	nz, write
	ld	d, #16
read:	dec	d
	ld	a, d
	ld	(0x4000), a
	ld	c, d
	ld	b, #9
	ld	a, (0xA000)
	call	check
	ld	a, d
	or	a, a
	jr	nz, read
	jp	pass
