; OAM DMA: 160 bytes in 160 machine cycles, during which the CPU has high RAM alone.
	.include "harness.inc"
start:
	call	lcdoff
	; Something to copy, and the code that waits in high RAM.
	ld	hl, #0xC100
	ld	b, #160
fill:	ld	a, l
	xor	a, #0x5A
	ld	(hl+), a
	dec	b
	jr	nz, fill
	ld	hl, #transfer
	ld	de, #0xFF80
	ld	b, #transferend - transfer
copy:	ld	a, (hl+)
	ld	(de), a
	inc	de
	dec	b
	jr	nz, copy
	call	0xFF80
	ld	a, d
	expect	1 0xFF
	; All of it, and in order.
	ld	hl, #0xFE00
	ld	d, #160
compare:
	ld	a, l
	xor	a, #0x5A
	ld	c, a
	ld	a, (hl+)
	ld	b, #2
	call	check
	dec	d
	jr	nz, compare
	ldh	a, (DMA)
	expect	3 0xC1
	jp	pass

; Starts it, reads OAM meanwhile into D, and waits.
transfer:
	ld	a, #0xC1
	ldh	(DMA), a
	ld	b, #20
	ld	hl, #0xFE00
	nop
	ld	d, (hl)
	ld	b, #40
wait:	dec	b
	jr	nz, wait
	ret
transferend:
