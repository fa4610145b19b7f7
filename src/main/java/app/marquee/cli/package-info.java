/** What a command of the CLI is, for those who bring one. {@code ops} carries them out. */
package app.marquee.cli;
