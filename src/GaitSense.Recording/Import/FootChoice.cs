using GaitSense.Core;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import;

/// <summary>Which sensor is on which foot, and how that is known.</summary>
/// <param name="Left">The left foot's sensor; null: that foot was not recorded.</param>
/// <param name="Right">The right foot's sensor; null: that foot was not recorded.</param>
/// <param name="Why">How it is known, in sentences.</param>
internal sealed record FootChoice(ImportedSensor? Left, ImportedSensor? Right, IReadOnlyList<string> Why)
{
    /// <summary>Chooses: as said, else by names, else in order.</summary>
    /// <exception cref="RecordingFormatException">It is unknown, or what was declared does not fit.</exception>
    public static FootChoice Of(IReadOnlyList<ImportedSensor> sensors, ImportOptions options, string path)
    {
        if (sensors.Count == 0) throw new RecordingFormatException(path, "holds no sensor with both acceleration and angular rate");
        ImportedSensor?[] feet = new ImportedSensor?[2];
        var why = new List<string>();
        foreach (Foot foot in new[] { Foot.Left, Foot.Right })
        {
            if (options.Of(foot) is not { } word) continue;
            feet[(int)foot] = sensors.FirstOrDefault(s => Is(s, word)) ?? throw new RecordingFormatException(
                path, $"no sensor of it is {TextForPeople.Quote(word)} (there are: {Shown(sensors)}): give --{Words.Of(foot)} one of these, or a file");
            why.Add($"Side: {Label(feet[(int)foot]!)} is the {Words.Of(foot)} foot, as said.");
        }

        if (feet[0] is not null && feet[0] == feet[1]) throw new RecordingFormatException(path, "--left and --right name the same sensor");
        List<ImportedSensor> rest = [.. sensors.Where(s => !feet.Contains(s))];
        if (rest.Count > 0 && feet.Contains(null)) ByName(rest, feet, why, sensors, path, said: why.Count > 0);
        ImportedSensor[] left = [.. sensors.Where(s => !feet.Contains(s))];
        if (left.Length > 0) why.Add($"Left out: {Shown(left)}, {(left.Length == 1 ? "a sensor" : "sensors")} on no foot (--left and --right take another).");
        return new FootChoice(feet[0], feet[1], why);
    }

    private static void ByName(List<ImportedSensor> rest, ImportedSensor?[] feet, List<string> why, IReadOnlyList<ImportedSensor> sensors, string path, bool said)
    {
        // Of many sensors on a body, those on the feet are meant.
        if (rest.Count > 2 && rest.FindAll(s => FootHint.IsOfAFoot(s.Name) || FootHint.IsOfAFoot(Path.GetFileName(s.Path))) is { Count: > 0 } onFeet) rest = onFeet;
        foreach (Foot foot in new[] { Foot.Left, Foot.Right })
        {
            if (feet[(int)foot] is not null) continue;
            List<ImportedSensor> hinted = rest.FindAll(s => Hint(s, sensors) == foot);
            if (hinted.Count != 1) continue;
            feet[(int)foot] = hinted[0];
            why.Add(hinted[0].Foot == foot ? $"Side: {Label(hinted[0])} is the {Words.Of(foot)} foot, as the file says." : $"Side: {Label(hinted[0])} is taken for the {Words.Of(foot)} foot by its name.");
            rest.Remove(hinted[0]);
        }

        if (rest.Count == 0 || !feet.Contains(null)) return;
        if (rest.Count == 1 && (said || feet.Any(f => f is not null)))
        {
            Foot other = feet[0] is null ? Foot.Left : Foot.Right;
            feet[(int)other] = rest[0];
            why.Add($"Side: {Label(rest[0])} is taken for the {Words.Of(other)} foot, because the other is known.");
        }
        else if (feet.All(f => f is null) && rest.Count == 1)
        {
            feet[(int)Foot.Right] = rest[0];
            why.Add($"Side: nothing says on which foot {Label(rest[0])} was; it is taken for the right one (--left FILE says otherwise).");
        }
        else if (feet.All(f => f is null) && rest.Count == 2)
        {
            (feet[0], feet[1]) = (rest[0], rest[1]);
            why.Add($"Side: nothing says which foot is which; {Label(rest[0])} is taken for the left one, {Label(rest[1])} for the right one (--left FILE --right FILE say otherwise).");
        }
        else
        {
            throw new RecordingFormatException(path, FormattableString.Invariant($"holds {sensors.Count} sensors ({Shown(sensors)}): say which are on the feet with --left and --right"));
        }
    }

    /// <summary>The foot that a sensor's own word, its name, its file or its folder speak of; null: none of them does. What a file is called says nothing where it holds several sensors.</summary>
    public static Foot? Hint(ImportedSensor sensor, IReadOnlyList<ImportedSensor> all)
    {
        if ((sensor.Foot ?? (FootHint.IsOfTheSpine(sensor.Name) ? null : FootHint.Of(sensor.Name))) is { } own) return own;
        if (all.Any(s => s != sensor && string.Equals(s.Path, sensor.Path, StringComparison.Ordinal))) return null;
        return FootHint.Of(Path.GetFileNameWithoutExtension(sensor.Path)) ?? FootHint.Of(Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(sensor.Path))));
    }

    private static bool Is(ImportedSensor sensor, string word) =>
        string.Equals(sensor.Name, word, StringComparison.OrdinalIgnoreCase)
        || (word.Length > 0 && sensor.Files.Any(f => string.Equals(Path.GetFullPath(f), Path.GetFullPath(word), StringComparison.Ordinal)));

    private static string Shown(IReadOnlyList<ImportedSensor> sensors) => TextForPeople.Show(string.Join(", ", sensors.Take(12).Select(Label)), 200);

    private static string Label(ImportedSensor sensor) => TextForPeople.Show(sensor.Name ?? Path.GetFileName(sensor.Path), 60);
}
