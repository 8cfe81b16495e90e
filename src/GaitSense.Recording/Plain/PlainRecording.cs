using GaitSense.Core;
using GaitSense.Recording.Files;
using GaitSense.Recording.Results;
using GaitSense.Recording.Samples;
using GaitSense.Reference;

namespace GaitSense.Recording.Plain;

/// <summary>A plain recording folder: <c>session.json</c> and one CSV file for each foot.</summary>
public sealed class PlainRecording
{
    /// <summary>The name of the describing file.</summary>
    public const string SessionFile = "session.json";

    private const int MaxSessionBytes = 4 * 1024 * 1024;

    private PlainRecording(string folder, PlainRecordingInfo info)
    {
        Folder = folder;
        Info = info;
        Name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        if (Name.Length == 0) Name = "recording";
    }

    /// <summary>The recording's folder, as given.</summary>
    public string Folder { get; }

    /// <summary>The folder's own name.</summary>
    public string Name { get; }

    /// <summary>What <c>session.json</c> says.</summary>
    public PlainRecordingInfo Info { get; }

    /// <summary>Whether the sensors share a clock.</summary>
    public RecordingClock Clock => Info.Clock;

    /// <summary>The sensors: one or two, each on its own foot.</summary>
    public IReadOnlyList<PlainSensor> Sensors => Info.Sensors;

    /// <summary>The folder of the recording's reference data; it need not exist.</summary>
    public string ReferenceFolderPath => Path.Combine(Folder, ReferenceFolder.Name);

    /// <summary>Opens a recording: reads and checks <c>session.json</c>, and that the files it names are there.</summary>
    /// <param name="path">The recording's folder, or its <c>session.json</c>.</param>
    /// <exception cref="RecordingFormatException">There is no recording, or it is not what the format says.</exception>
    public static PlainRecording Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        string session;
        if (Directory.Exists(path))
        {
            session = Path.Combine(path, SessionFile);
            if (!File.Exists(session)) throw new RecordingFormatException(path, $"is no recording: the folder holds no {SessionFile}");
        }
        else
        {
            session = File.Exists(path) ? path : throw new RecordingFormatException(path, "is not there: give the folder of a recording, or another program's file");
        }

        PlainRecordingInfo info = SessionJson.Parse(ReadSession(session), session);
        string? folder = Path.GetDirectoryName(session);
        var recording = new PlainRecording(string.IsNullOrEmpty(folder) ? "." : folder, info);
        foreach (PlainSensor sensor in info.Sensors)
        {
            if (File.Exists(recording.PathOf(sensor))) continue;
            throw new RecordingFormatException(
                recording.PathOf(sensor), $"is not there, though {SessionFile} names it for the {Words.Of(sensor.Foot)} foot");
        }

        return recording;
    }

    /// <summary>The path of a sensor's file.</summary>
    internal string PathOf(PlainSensor sensor)
    {
        ArgumentNullException.ThrowIfNull(sensor);
        return Path.Combine(Folder, sensor.File);
    }

    /// <summary>The sensor of a foot; null where that foot was not recorded.</summary>
    public PlainSensor? SensorOf(Foot foot) => Sensors.FirstOrDefault(s => s.Foot == foot);

    /// <summary>Opens one sensor's samples.</summary>
    /// <exception cref="RecordingFormatException">The file cannot be read, is empty, or lacks a column.</exception>
    public SampleReader OpenSensor(PlainSensor sensor) => SampleReader.Open(PathOf(sensor));

    /// <summary>Opens the samples of all sensors, merged by time.</summary>
    /// <exception cref="RecordingFormatException">A file cannot be read, is empty, or lacks a column.</exception>
    public MergedSampleReader OpenSamples() => MergedSampleReader.Open(this);

    /// <summary>The recording's reference data; null where it has none.</summary>
    /// <exception cref="RecordingFormatException">A reference file is not what the format says.</exception>
    public ReferenceData? ReadReference() => ReferenceFolder.Read(ReferenceFolderPath);

    private static byte[] ReadSession(string path)
    {
        try
        {
            using Stream file = InputFile.Open(path);
            if (file.Length == 0) throw new RecordingFormatException(path, "is empty");
            int first = file.ReadByte();
            bool mayBeJson = first is '{' or '[' or ' ' or '\t' or '\r' or '\n' or 0xEF || file.Length < 16;
            bool isSession = string.Equals(Path.GetFileName(path), SessionFile, StringComparison.OrdinalIgnoreCase);
            if (!isSession && !mayBeJson)
                throw new RecordingFormatException(path, $"is no recording: give the folder that holds its {SessionFile}");
            if (file.Length > MaxSessionBytes) throw new RecordingFormatException(path, "is too large for a " + SessionFile);
            file.Position = 0;
            byte[] bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (Exception e) when (FileErrors.Is(e))
        {
            throw FileErrors.Explain(path, e);
        }
    }
}
