/** Says what a file is. */
export const formatName = 'dry-run-backup';
/** Goes up when the file's shape changes; older ones stay readable. */
export const formatVersion = 1;
/** Larger files are refused unread; bytes. */
export const largest = 50 * 1024 * 1024;
