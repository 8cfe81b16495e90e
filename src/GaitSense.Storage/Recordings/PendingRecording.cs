namespace GaitSense.Storage;

/// <summary>A recording that is on the drive under a temporary name.</summary>
/// <param name="Path">The temporary name.</param>
/// <param name="Hash">SHA-256 of its bytes in hex.</param>
/// <param name="Bytes">Its size, bytes.</param>
/// <param name="Ending">What it is: <see cref="KeptRecording.Ending"/>.</param>
internal sealed record PendingRecording(string Path, string Hash, long Bytes, string Ending);
