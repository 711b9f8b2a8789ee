; MBC3 with 2 MB of ROM, four banks of RAM, and a clock.
	.include "harness.inc"
	.org	0x147
	.db	0x10, 0x06, 0x03
	.org	0x300

	.macro	select register
	ld	a, #register
	ld	(0x4000), a
	.endm

	.macro	setclock register value
	select	register
	ld	a, #value
	ld	(0xA000), a
	.endm

start:
	ld	a, #0
	ld	(0x2000), a
	ld	a, (0x7FFE)
	expect	1 1
	ld	a, #0x60
	ld	(0x2000), a
	ld	a, (0x7FFE)
	expect	2 0x60
	ld	a, #0x0A
	ld	(0x0000), a
	ld	d, #4
write:	dec	d
	ld	a, d
	ld	(0x4000), a
	ld	(0xA000), a
	jr	nz, write
	ld	d, #4
read:	dec	d
	ld	a, d
	ld	(0x4000), a
	ld	c, d
	ld	b, #3
	ld	a, (0xA000)
	call	check
	ld	a, d
	or	a, a
	jr	nz, read
	; The clock stands, is set, and shows what was set.
	setclock 0x0C 0x41
	setclock 0x08 59
	setclock 0x09 59
	setclock 0x0A 23
	setclock 0x0B 0xFF
	call	latch
	select	0x09
	ld	a, (0xA000)
	expect	4 59
	select	0x0C
	ld	a, (0xA000)
	expect	5 0x41
	; It goes, and a second later everything is 0 but the carry of the days.
	setclock 0x0C 0x01
	ld	d, #70
	call	frames
	; What is latched stays until the next time.
	select	0x08
	ld	a, (0xA000)
	expect	6 59
	call	latch
	select	0x08
	ld	a, (0xA000)
	expect	7 0
	select	0x09
	ld	a, (0xA000)
	expect	8 0
	select	0x0A
	ld	a, (0xA000)
	expect	9 0
	select	0x0B
	ld	a, (0xA000)
	expect	10 0
	select	0x0C
	ld	a, (0xA000)
	expect	11 0x80
	jp	pass

latch:	xor	a, a
	ld	(0x6000), a
	inc	a
	ld	(0x6000), a
	ret

; Waits for D frames.
frames:	xor	a, a
	ldh	(IF), a
frame:	ldh	a, (IF)
	bit	0, a
	jr	z, frame
	dec	d
	jr	nz, frames
	ret
