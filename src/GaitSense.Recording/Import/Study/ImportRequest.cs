namespace GaitSense.Recording.Import.Study;

/// <summary>One recording to be made of other programs' files.</summary>
/// <param name="Name">What it is called; below a study folder its place there, divided by slashes.</param>
/// <param name="Inputs">Its files, or a folder with them.</param>
/// <param name="Options">What is said about them.</param>
public sealed record ImportRequest(string Name, IReadOnlyList<string> Inputs, ImportOptions Options)
{
    /// <summary>The request for one file or folder: what a person says, and the nearest <c>gaitsense.json</c>.</summary>
    /// <param name="path">The file or folder.</param>
    /// <param name="said">What a person says; it goes before the settings file.</param>
    /// <exception cref="RecordingFormatException">The settings file cannot be read.</exception>
    public static ImportRequest Of(string path, ImportOptions said) => new(ImportedFolder.NameOf(path), [path], ImportSettings.Under(path, said));
}
