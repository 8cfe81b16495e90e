namespace GaitSense.Recording.Import;

/// <summary>All importers, in the order in which they are asked; the one that knows only column names comes last.</summary>
internal static class Importers
{
    /// <summary>All.</summary>
    public static IReadOnlyList<IRecordingImporter> All { get; } =
    [
        new XsensMtwImporter(),
        new MovellaDotImporter(),
        new MetaBaseImporter(),
        new XioImporter("ngimu", "x-io NGIMU CSV", "Time (s)", 1e6),
        new XioImporter("x-imu3", "x-io x-IMU3 CSV", "Timestamp (us)", 1),
        new ShimmerImporter(),
        new AxivityImporter(),
        new PhysilogImporter(),
        new BidsMotionImporter(),
        new GenericCsvImporter(),
        new SplitCsvImporter(),
    ];

    /// <summary>The importer of an id; null where there is none.</summary>
    public static IRecordingImporter? Find(string id) => All.FirstOrDefault(i => string.Equals(i.Id, id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The importer that can read a file; null where none can.</summary>
    public static IRecordingImporter? For(ImportProbe probe) => All.FirstOrDefault(i => i.CanRead(probe));
}
