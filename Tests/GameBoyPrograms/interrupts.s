; Which interrupt is served first, when EI counts, and what HALT waits for.
	.include "harness.inc"
start:
	; All at once: V-blank, STAT, timer, serial, joypad.
	set	IE 0x1F
	set	IF 0x1F
	ei
	nop
	nop
	nop
	nop
	nop
	nop
	di
	ld	a, (trace)
	expect	1 5
	ld	a, (trace + 1)
	expect	2 0x01
	ld	a, (trace + 2)
	expect	3 0x02
	ld	a, (trace + 3)
	expect	4 0x04
	ld	a, (trace + 4)
	expect	5 0x08
	ld	a, (trace + 5)
	expect	6 0x10
	ldh	a, (IF)
	expect	7 0xE0
	; EI counts after the next instruction: DI comes first.
	xor	a, a
	ld	(trace), a
	set	IF 0x04
	ei
	di
	nop
	ld	a, (trace)
	expect	8 0
	; What is not enabled is not served.
	set	IE 0x08
	ei
	nop
	nop
	di
	ld	a, (trace)
	expect	9 0
	; HALT waits for the timer; without IME it goes on and serves nothing.
	set	IE 0x04
	xor	a, a
	ldh	(IF), a
	set	TMA 0
	set	TIMA 0xF0
	set	TAC 5
	halt
	nop
	ldh	a, (IF)
	and	a, #0x04
	expect	10 0x04
	ld	a, (trace)
	expect	11 0
	; With IME it serves it.
	xor	a, a
	ldh	(IF), a
	set	TIMA 0xF0
	ei
	halt
	nop
	di
	ld	a, (trace)
	expect	12 1
	ld	a, (trace + 1)
	expect	13 0x04
	; RETI has enabled them again; what was pushed is where the program goes on.
	xor	a, a
	ldh	(TAC), a
	ldh	(IF), a
	ld	(trace), a
	set	IF 0x04
	ei
	nop
	set	IF 0x04
	nop
	di
	ld	a, (trace)
	expect	14 2
	jp	pass
