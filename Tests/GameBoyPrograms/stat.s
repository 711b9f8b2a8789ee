; LY and STAT: the comparison with LYC, the modes, and the two interrupts.
	.include "harness.inc"
start:
	set	LYC 100
line:	ldh	a, (LY)
	cp	a, #100
	jr	nz, line
	nop
	nop
	ldh	a, (STAT)
	and	a, #0x04
	expect	1 0x04
next:	ldh	a, (LY)
	cp	a, #101
	jr	nz, next
	nop
	nop
	ldh	a, (STAT)
	and	a, #0x04
	expect	2 0
	; Each mode comes in turn: 2, 3, 0, and 1 from line 144 on.
	ld	d, #2
	call	mode
	ld	d, #3
	call	mode
	ld	d, #0
	call	mode
	ld	d, #1
	call	mode
	ldh	a, (LY)
	expect	3 144
	; LYC requests the STAT interrupt if it is selected.
	set	STAT 0x40
	xor	a, a
	ldh	(IF), a
	set	LYC 10
	set	IE 0x02
	halt
	nop
	ldh	a, (LY)
	expect	4 10
	ldh	a, (IF)
	and	a, #0x03
	expect	5 0x02
	; V-blank requests its own.
	xor	a, a
	ldh	(STAT), a
	ldh	(IF), a
	set	IE 0x01
	halt
	nop
	ldh	a, (LY)
	expect	6 144
	; The lower bits of STAT cannot be written, and bit 7 reads 1.
	set	STAT 0xFF
	ldh	a, (STAT)
	and	a, #0xF8
	expect	7 0xF8
	; Off, LY is 0 and so is the mode.
	call	lcdoff
	ldh	a, (LY)
	expect	8 0
	ldh	a, (STAT)
	and	a, #0x03
	expect	9 0
	jp	pass

; Waits for the mode in D.
mode:	ldh	a, (STAT)
	and	a, #0x03
	cp	a, d
	jr	nz, mode
	ret
