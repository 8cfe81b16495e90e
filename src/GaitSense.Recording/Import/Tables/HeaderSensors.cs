using System.Globalization;

namespace GaitSense.Recording.Import.Tables;

/// <summary>The columns of one sensor in a table, told by its header.</summary>
/// <param name="Place">What its names have in common besides the quantities: a foot, a number; empty: nothing.</param>
/// <param name="Accel">Columns of the acceleration, x, y, z; below 0: none.</param>
/// <param name="Gyro">Columns of the angular rate, x, y, z; below 0: none.</param>
internal sealed record HeaderSensors(string Place, int[] Accel, int[] Gyro)
{
    /// <summary>Whether a name of it is there more than once, and not as a whole further sensor.</summary>
    public bool IsAmbiguous { get; private init; }

    /// <summary>Whether all six are there.</summary>
    public bool IsWhole => !Accel.Contains(-1) && !Gyro.Contains(-1);

    /// <summary>The sensors whose columns a header names, in the order of their first columns.</summary>
    /// <param name="names">The names.</param>
    /// <param name="above">The line above the header, which may name a sensor over each block of columns; empty: none.</param>
    public static IReadOnlyList<HeaderSensors> Of(string[] names, string[] above)
    {
        HeaderGuess?[] guesses = [.. names.Select(HeaderGuess.Of)];
        var columns = new List<(int Column, HeaderKind Kind, int Axis, string Place)>();
        for (int i = 0; i < names.Length; i++)
            if (guesses[i] is { Kind: HeaderKind.Accel or HeaderKind.Gyro } g) columns.Add((i, g.Kind, g.Axis, g.Place));
        NumberAxes(columns);
        columns.RemoveAll(c => c.Axis < 0);
        string[] labels = Labels(names.Length, above);
        var sensors = new List<HeaderSensors>();
        foreach (var place in columns.GroupBy(c => c.Place, StringComparer.Ordinal))
        {
            // The same names again: the next sensor, which the line above may name.
            var blocks = new List<HeaderSensors>();
            foreach ((int column, HeaderKind kind, int axis, _) in place)
            {
                HeaderSensors? open = blocks.Find(b => (kind == HeaderKind.Accel ? b.Accel : b.Gyro)[axis] < 0);
                if (open is null) blocks.Add(open = new HeaderSensors(place.Key, [-1, -1, -1], [-1, -1, -1]));
                (kind == HeaderKind.Accel ? open.Accel : open.Gyro)[axis] = column;
            }

            bool isRepeated = blocks.Count > 1;
            bool isAmbiguous = isRepeated && blocks.Exists(b => b.IsWhole) && blocks.Exists(b => !b.IsWhole);
            sensors.AddRange(blocks.Select((b, i) => !isRepeated ? b : b with
            {
                IsAmbiguous = isAmbiguous,
                Place = labels[b.First] is { Length: > 0 } label ? label : string.Create(CultureInfo.InvariantCulture, $"{(b.Place.Length > 0 ? b.Place + " " : "")}no. {i + 1}"),
            }));
        }

        return [.. sensors.OrderBy(s => s.First)];
    }

    private int First => Accel.Concat(Gyro).Where(c => c >= 0).DefaultIfEmpty(0).Min();

    // acc0, acc1, acc2 or gyro_1 to gyro_3: three that are numbered without a letter are the axes.
    private static void NumberAxes(List<(int Column, HeaderKind Kind, int Axis, string Place)> columns)
    {
        var numbered = columns.Where(c => c.Axis < 0).Select(c => (c, Words: c.Place.Split(' '))).Where(x => int.TryParse(x.Words[^1], NumberStyles.None, CultureInfo.InvariantCulture, out _)).ToArray();
        foreach (var group in numbered.GroupBy(x => (x.c.Kind, Place: string.Join(' ', x.Words[..^1]))))
        {
            var three = group.Select(x => (x.c, Number: int.Parse(x.Words[^1], CultureInfo.InvariantCulture))).OrderBy(x => x.Number).ToArray();
            if (three.Length != 3 || three[0].Number > 1 || three[2].Number != three[0].Number + 2) continue;
            for (int axis = 0; axis < 3; axis++)
            {
                columns.Remove(three[axis].c);
                columns.Add(three[axis].c with { Axis = axis, Place = group.Key.Place });
            }
        }
    }

    // Spreadsheets have a sensor's name over the first of its columns only.
    private static string[] Labels(int count, string[] above)
    {
        string[] labels = new string[count];
        string label = "";
        for (int i = 0; i < count; i++)
        {
            if (i < above.Length && above[i].Length > 0) label = above[i];
            labels[i] = above.Length >= 2 ? label : "";
        }

        return labels;
    }
}
