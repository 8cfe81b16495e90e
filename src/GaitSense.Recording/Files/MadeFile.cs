namespace GaitSense.Recording.Files;

/// <summary>A file as it was when GaitSense had written it.</summary>
/// <param name="Name">Its name in the folder of its note.</param>
/// <param name="Sha256">Digest of its contents, <see cref="Sha256Hex"/>.</param>
public sealed record MadeFile(string Name, string Sha256)
{
    /// <summary>A file as it is now.</summary>
    /// <exception cref="RecordingFormatException">It cannot be read.</exception>
    internal static MadeFile Of(string folder, string name) => new(name, Sha256Hex.OfFile(Path.Combine(folder, name)));
}
