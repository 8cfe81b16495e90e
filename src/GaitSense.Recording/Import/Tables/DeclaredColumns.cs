using System.Globalization;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>
/// The columns as <c>--columns</c> tells them: names, or numbers from 1; a minus turns an axis round. Of two feet in one file, <c>left_acc_x</c> to <c>right_gyr_z</c>.
/// </summary>
internal static class DeclaredColumns
{
    /// <summary>What columns are called.</summary>
    public static readonly string[] Keys = ["time", "acc_x", "acc_y", "acc_z", "gyr_x", "gyr_y", "gyr_z"];

    private static readonly string[] Feet = ["left_", "right_"];

    /// <summary>Finds them.</summary>
    /// <param name="probe">The file.</param>
    /// <param name="text">The option.</param>
    /// <returns>The table's header, and each sensor with the column of its time (below 0: none), its axes and their signs.</returns>
    /// <exception cref="RecordingFormatException">The text is no list of columns, or they are not there.</exception>
    public static (HeaderLine Header, List<(string Place, int Time, int[] Axes, double[] Signs)> Sensors) Find(ImportProbe probe, string text)
    {
        List<(string Place, string[] Names)> told = Read(probe, text);
        string[] wanted = [.. told.SelectMany(t => t.Names).Where(n => n.Length > 0).Select(n => n.TrimStart('-')).Distinct(StringComparer.Ordinal)];
        bool byNumber = Array.TrueForAll(wanted, n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        HeaderLine? header = byNumber ? FirstNumbers(probe, wanted) : HeaderLine.With(probe, wanted);
        if (header is null)
        {
            throw new RecordingFormatException(probe.Path, byNumber
                ? "no row has numbers in the columns that --columns names (they count from 1)"
                : $"no line of its beginning has all the columns {TextForPeople.Show(string.Join(", ", wanted), 120)}: give their names as the header spells them, or numbers from 1");
        }

        return (header, [.. told.Select(t =>
        {
            int[] columns = [.. t.Names.Select(n => n.Length == 0 ? -1 : Column(n.TrimStart('-')))];
            return (t.Place, columns[0], columns[1..], (double[])[.. t.Names.Skip(1).Select(n => n.StartsWith('-') ? -1.0 : 1.0)]);
        })]);

        int Column(string name) => byNumber ? int.Parse(name, CultureInfo.InvariantCulture) - 1 : header.Of(name);
    }

    /// <summary>Whether a file has the columns.</summary>
    public static bool Are(ImportProbe probe, string text)
    {
        try
        {
            _ = Find(probe, text);
            return true;
        }
        catch (RecordingFormatException)
        {
            return false;
        }
    }

    private static List<(string Place, string[] Names)> Read(ImportProbe probe, string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (!parts[0].Contains('=', StringComparison.Ordinal))
        {
            return parts.Length switch
            {
                7 => [("", parts)],
                6 => [("", ["", .. parts])],
                13 => [("left", parts[..7]), ("right", [parts[0], .. parts[7..]])],
                _ => throw new RecordingFormatException(probe.Path, FormattableString.Invariant($"--columns lists {parts.Length} columns: it needs 7 (time, three of acceleration, three of angular rate), 6 with --rate, or 13 of two feet (time, left, right)")),
            };
        }

        var places = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        string time = "";
        foreach (string part in parts)
        {
            string[] pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            string key = pair[0].ToLowerInvariant();
            string foot = Array.Find(Feet, f => key.StartsWith(f, StringComparison.Ordinal)) ?? "";
            int at = Array.IndexOf(Keys, key[foot.Length..]);
            if (at < 0 || pair.Length < 2 || pair[1].TrimStart('-').Length == 0)
                throw new RecordingFormatException(probe.Path, $"--columns has {TextForPeople.Quote(part)}: each part is one of {string.Join(", ", Keys)} (left_ or right_ before it, of two feet), then = and a name or number");
            if (at == 0 && foot.Length == 0)
            {
                time = pair[1];
                continue;
            }

            string place = foot.TrimEnd('_');
            if (!places.TryGetValue(place, out string[]? names)) places[place] = names = ["", "", "", "", "", "", ""];
            names[at] = pair[1];
        }

        foreach ((string place, string[] names) in places)
        {
            if (names[0].Length == 0) names[0] = time;
            if (Array.FindIndex(names, 1, n => n.Length == 0) is > 0 and var missing)
                throw new RecordingFormatException(probe.Path, $"--columns does not say which column is {(place.Length > 0 ? place + "_" : "")}{Keys[missing]}");
        }

        return places.Count > 0 ? [.. places.Select(p => (p.Key, p.Value))] : throw new RecordingFormatException(probe.Path, $"--columns does not say which column is {Keys[1]}");
    }

    // Where only numbers of columns are given, whatever stands above the first row of numbers is passed over.
    private static HeaderLine? FirstNumbers(ImportProbe probe, string[] wanted)
    {
        int[] columns = [.. wanted.Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out int i) ? i - 1 : -1)];
        if (Array.Exists(columns, c => c < 0)) return null;
        HeaderLine? row = HeaderLine.AmongAll(probe, fields => Array.TrueForAll(columns, c => c < fields.Length && IsNumber(fields[c])));
        return row is null ? null : new HeaderLine(row.Line - 1, row.Separator, row.Line > 0 ? probe.Fields(row.Line - 1, row.Separator) : []);
    }

    private static bool IsNumber(string field) =>
        double.TryParse(field.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out _) || TimeText.Of(field.AsSpan()) is not null;
}
