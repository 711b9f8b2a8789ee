; What the sound unit's registers read as: bits that cannot be read are 1.
	.include "harness.inc"
start:
	; Off and on: all registers are 0.
	xor	a, a
	ldh	(NR52), a
	set	NR52 0x80
	ld	hl, #masks
	ld	c, #<NR10
read:	ldh	a, (c)
	ld	d, a
	ld	a, (hl+)
	push	bc
	ld	c, a
	ld	b, #1
	ld	a, d
	call	check
	pop	bc
	inc	c
	ld	a, c
	cp	a, #<NR52
	jr	nz, read
	ldh	a, (NR52)
	expect	2 0xF0
	; What can be read is what was written.
	set	NR50 0x77
	set	NR51 0xF3
	ldh	a, (NR50)
	expect	3 0x77
	ldh	a, (NR51)
	expect	4 0xF3
	; A channel that is triggered shows in NR52, unless its converter is off.
	set	0xFF17 0xF0
	set	0xFF19 0x80
	ldh	a, (NR52)
	expect	5 0xF2
	set	0xFF17 0x07
	ldh	a, (NR52)
	expect	6 0xF0
	set	0xFF19 0x80
	ldh	a, (NR52)
	expect	7 0xF0
	; A length of one ends the channel within two steps of 256 Hz.
	set	0xFF17 0xF0
	set	0xFF16 0x3F
	set	0xFF19 0xC0
	ld	bc, #0x0A00
wait:	dec	bc
	ld	a, b
	or	a, c
	jr	nz, wait
	ldh	a, (NR52)
	expect	8 0xF0
	; Off, writes do nothing; the waves stay.
	set	WAVE 0xA5
	xor	a, a
	ldh	(NR52), a
	set	NR51 0xFF
	ldh	a, (NR51)
	expect	9 0
	ldh	a, (NR52)
	expect	10 0x70
	ldh	a, (WAVE)
	expect	11 0xA5
	jp	pass

masks:
	.db	0x80, 0x3F, 0x00, 0xFF, 0xBF
	.db	0xFF, 0x3F, 0x00, 0xFF, 0xBF
	.db	0x7F, 0xFF, 0x9F, 0xFF, 0xBF
	.db	0xFF, 0xFF, 0x00, 0x00, 0xBF
	.db	0x00, 0x00
