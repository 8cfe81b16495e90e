namespace GaitSense.Recording.Import;

/// <summary>Reads one foreign file format. It knows nothing of feet in recordings, of output folders or of clocks other than the file's own.</summary>
internal interface IRecordingImporter
{
    /// <summary>The word for it after <c>--from</c>.</summary>
    string Id { get; }

    /// <summary>What people call it.</summary>
    string Name { get; }

    /// <summary>Whether a sensor may have more than one file, so that a file alone says little. <value>The default is false.</value></summary>
    bool JoinsFiles => false;

    /// <summary>Whether the file's first bytes are of this format. Never looks at the file's name.</summary>
    bool CanRead(ImportProbe probe);

    /// <summary>The sensors in files that this importer can read; nothing but their first bytes has been looked at.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">What a person says about them.</param>
    /// <param name="stop">Ends it, where more of the files has to be read.</param>
    /// <exception cref="RecordingFormatException">A file is of this format, but holds no acceleration or no angular rate, or more options are needed.</exception>
    IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop);
}
