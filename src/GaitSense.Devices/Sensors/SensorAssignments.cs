using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GaitSense.Core;

namespace GaitSense.Devices;

/// <summary>Which sensor is worn on which foot, remembered from walk to walk in a small file of the user's. Nothing about a person is in it.</summary>
public sealed class SensorAssignments
{
    private readonly SortedDictionary<string, Foot> _feet = new(StringComparer.OrdinalIgnoreCase);
    private readonly string _path;

    private SensorAssignments(string path) => _path = path;

    /// <summary>The default place of the file: <c>gaitsense/sensors.json</c> in the user's configuration.</summary>
    public static string DefaultPath { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "gaitsense", "sensors.json");

    /// <summary>Reads the file; where there is none, nothing is remembered.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="GaitSenseException">It is there and cannot be read.</exception>
    public static SensorAssignments Load(string path)
    {
        SensorAssignments assignments = new(path);
        if (!File.Exists(path)) return assignments;
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path)) is not JsonObject feet) throw new JsonException("it is no object");
            foreach ((string id, JsonNode? foot) in feet)
                assignments._feet[id] = Enum.TryParse((string?)foot, ignoreCase: true, out Foot f) && Enum.IsDefined(f) ? f : throw new JsonException($"'{foot}' is no foot");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            throw new GaitSenseException($"{path}: the remembered feet cannot be read ({e.Message}); correct the file or delete it.", e);
        }

        return assignments;
    }

    /// <summary>The foot of a sensor; null where it was never said.</summary>
    public Foot? FootOf(string deviceId) => _feet.TryGetValue(deviceId, out Foot foot) ? foot : null;

    /// <summary>Remembers a sensor's foot and writes the file.</summary>
    /// <exception cref="GaitSenseException">It cannot be written.</exception>
    public void Remember(string deviceId, Foot foot)
    {
        if (FootOf(deviceId) == foot) return;
        _feet[deviceId] = foot;
        JsonObject all = [];
        foreach ((string id, Foot f) in _feet) all[id] = Words.Of(f);
        try
        {
            Write(Encoding.UTF8.GetBytes(all.ToJsonString(new JsonSerializerOptions(JsonSerializerDefaults.General) { WriteIndented = true, NewLine = "\n" }) + "\n"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new GaitSenseException($"{_path}: the feet cannot be remembered ({e.Message}); name them with --left and --right, or make the folder writable.", e);
        }
    }

    // For its owner alone, whatever the system's habit is: it is the one file that has the sensors' addresses.
    private void Write(byte[] utf8)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(_path)) ?? "", pending = Path.Combine(folder, Path.GetRandomFileName());
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        using (FileStream file = new(pending, options)) file.Write(utf8);
        File.Move(pending, _path, overwrite: true);
    }
}
