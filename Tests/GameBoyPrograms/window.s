; A window from (88, 40) on, black on white: the test looks at the picture.
	.include "harness.inc"
start:
	call	lcdoff
	; Tile 0 is white, tile 1 black; the map at 9800 has 0, the one at 9C00 has 1.
	ld	hl, #0x8000
	ld	bc, #0x2000
clear:	xor	a, a
	ld	(hl+), a
	dec	bc
	ld	a, b
	or	a, c
	jr	nz, clear
	ld	hl, #0x8010
	ld	b, #16
black:	ld	a, #0xFF
	ld	(hl+), a
	dec	b
	jr	nz, black
	ld	hl, #0x9C00
	ld	bc, #0x0400
map:	ld	a, #1
	ld	(hl+), a
	dec	bc
	ld	a, b
	or	a, c
	jr	nz, map
	set	BGP 0xE4
	set	SCX 3
	set	SCY 5
	set	WX 95
	set	WY 40
	set	LCDC 0xF1
	; The second frame is shown: count V-blanks.
	ld	d, #3
frame:	ldh	a, (LY)
	cp	a, #144
	jr	nz, frame
leave:	ldh	a, (LY)
	cp	a, #144
	jr	z, leave
	dec	d
	jr	nz, frame
	ldh	a, (WX)
	expect	1 95
	jp	pass
