using System.Globalization;

namespace GaitSense.Recording;

/// <summary>
/// Any CSV of samples: told what its columns are (<c>--columns</c>, <c>--units</c>, <c>--rate</c>), or read by a header that names them with their
/// units. Units that nobody states are asked for, not guessed.
/// </summary>
internal sealed class GenericCsvImporter : IRecordingImporter
{
    private static readonly string[] Keys = ["time", "acc_x", "acc_y", "acc_z", "gyr_x", "gyr_y", "gyr_z"];

    /// <inheritdoc/>
    public string Id => "csv";

    /// <inheritdoc/>
    public string Name => "CSV";

    /// <inheritdoc/>
    public bool CanRead(ImportProbe probe) => Header(probe) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedSensor> Sensors(IReadOnlyList<ImportProbe> files, ImportOptions options, CancellationToken stop) =>
        [.. files.Select(probe =>
        {
            (TableLayout layout, string[] notes) = options.Columns is { } columns ? Told(probe, columns, options) : ByHeader(probe, options);
            return new ImportedSensor(probe.Path, () =>
            {
                var rows = new TableRows(probe.Path, layout);
                rows.Notes.AddRange(notes);
                return rows;
            });
        })];

    private static HeaderLine? Header(ImportProbe probe) => HeaderLine.Where(probe, fields =>
    {
        HeaderGuess?[] guesses = [.. fields.Select(HeaderGuess.Of)];
        return Enumerable.Range(0, 3).All(axis => Array.Exists(guesses, g => g is { Kind: HeaderKind.Accel } a && a.Axis == axis)
            && Array.Exists(guesses, g => g is { Kind: HeaderKind.Gyro } w && w.Axis == axis));
    });

    private static (TableLayout Layout, string[] Notes) ByHeader(ImportProbe probe, ImportOptions options)
    {
        HeaderLine header = Header(probe) ?? throw new RecordingFormatException(
            probe.Path, "no header names its columns: give --columns time=…,acc_x=…,acc_y=…,acc_z=…,gyr_x=…,gyr_y=…,gyr_z=… (names, or numbers from 1)");
        HeaderGuess?[] guesses = [.. header.Names.Select(HeaderGuess.Of)];
        int[] columns = [.. Keys.Select((key, i) => Column(HeaderKindOf(i), i == 0 ? 0 : (i - 1) % 3, key))];
        Given given = Units(probe, options);
        double? accel = given.Accel ?? guesses[columns[1]]!.Value.ToSi, gyro = given.Gyro ?? guesses[columns[4]]!.Value.ToSi;
        if (accel is null || gyro is null) throw AskForUnits(probe);
        double timeUs = given.TimeUs ?? (columns[0] < 0 ? null : guesses[columns[0]]!.Value.ToSi) ?? 1e6;
        TableLayout layout = Layout(probe, header, columns, [1, 1, 1, 1, 1, 1], new Given(timeUs, accel, gyro), options);
        return (layout, [Shown(columns, header, "the header"), Spoken(layout, options)]);

        int Column(HeaderKind kind, int axis, string key)
        {
            int[] found = [.. guesses.Select((g, i) => (g, i)).Where(x => x.g is { } g && g.Kind == kind && g.Axis == axis).Select(x => x.i)];
            if (found.Length > 1) throw new RecordingFormatException(probe.Path, header.Line + 1, $"several columns look like {key} ({TextForPeople.Show(string.Join(", ", found.Select(i => header.Names[i])), 80)}): say which with --columns");
            return found.Length == 1 ? found[0] : -1;
        }
    }

    private static HeaderKind HeaderKindOf(int key) => key switch { 0 => HeaderKind.Time, < 4 => HeaderKind.Accel, _ => HeaderKind.Gyro };

    private static (TableLayout Layout, string[] Notes) Told(ImportProbe probe, string text, ImportOptions options)
    {
        string[] names = Names(probe, text);
        double[] signs = new double[6];
        for (int i = 1; i < 7; i++)
        {
            signs[i - 1] = names[i].StartsWith('-') ? -1 : 1;
            names[i] = names[i].TrimStart('-');
        }

        string[] wanted = [.. names.Where(n => n.Length > 0)];
        bool byNumber = Array.TrueForAll(wanted, n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out _));
        HeaderLine? header = byNumber ? FirstNumbers(probe, names) : HeaderLine.With(probe, wanted);
        if (header is null)
        {
            throw new RecordingFormatException(probe.Path, byNumber
                ? "no row has numbers in the columns that --columns names (they count from 1)"
                : $"no line of its beginning has all the columns {TextForPeople.Show(string.Join(", ", wanted), 120)}: give their names as the header spells them, or numbers from 1");
        }

        int[] columns = [.. names.Select(n => n.Length == 0 ? -1 : byNumber ? int.Parse(n, CultureInfo.InvariantCulture) - 1 : header.Of(n))];
        Given given = Units(probe, options);
        given = new Given(given.TimeUs ?? Stated(0) ?? 1e6, given.Accel ?? Stated(1), given.Gyro ?? Stated(4));
        if (given.Accel is null || given.Gyro is null) throw AskForUnits(probe);
        TableLayout layout = Layout(probe, header, columns, signs, given, options);
        return (layout, [Shown(columns, header, "--columns", signs), Spoken(layout, options)]);

        double? Stated(int key) => columns[key] < 0 || columns[key] >= header.Names.Length || HeaderGuess.Of(header.Names[columns[key]]) is not { } g || g.Kind != HeaderKindOf(key) ? null : g.ToSi;
    }

    private static RecordingFormatException AskForUnits(ImportProbe probe) =>
        new(probe.Path, "nothing states the units: give --units acc=g,gyr=deg/s (or acc=mg, m/s2; gyr=rad/s; time=s, ms, us)");

    private static string[] Names(ImportProbe probe, string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (!parts[0].Contains('=', StringComparison.Ordinal))
        {
            return parts.Length switch
            {
                7 => parts,
                6 => ["", .. parts],
                _ => throw new RecordingFormatException(probe.Path, FormattableString.Invariant($"--columns lists {parts.Length} columns: it needs 7 (time, three of acceleration, three of angular rate), or 6 with --rate")),
            };
        }

        string[] names = ["", "", "", "", "", "", ""];
        foreach (string part in parts)
        {
            string[] pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            int key = Array.IndexOf(Keys, pair[0].ToLowerInvariant());
            if (key < 0 || pair.Length < 2 || pair[1].TrimStart('-').Length == 0)
                throw new RecordingFormatException(probe.Path, $"--columns has {TextForPeople.Quote(part)}: each part is one of {string.Join(", ", Keys)}, then = and a name or number");
            names[key] = pair[1];
        }

        if (Array.FindIndex(names, 1, n => n.Length == 0) is > 0 and var missing)
            throw new RecordingFormatException(probe.Path, $"--columns does not say which column is {Keys[missing]}");
        return names;
    }

    // Where only numbers of columns are given, whatever stands above the first row of numbers is passed over.
    private static HeaderLine? FirstNumbers(ImportProbe probe, string[] names)
    {
        int[] columns = [.. names.Where(n => n.Length > 0).Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out int i) ? i - 1 : -1)];
        if (Array.Exists(columns, c => c < 0)) return null;
        HeaderLine? row = HeaderLine.Where(probe, fields => Array.TrueForAll(
            columns, c => c < fields.Length && double.TryParse(fields[c], NumberStyles.Float, CultureInfo.InvariantCulture, out _)));
        return row is null ? null : new HeaderLine(row.Line - 1, row.Separator, row.Line > 0 ? probe.Fields(row.Line - 1, row.Separator) : []);
    }

    private static TableLayout Layout(ImportProbe probe, HeaderLine header, int[] columns, double[] signs, Given given, ImportOptions options)
    {
        if (columns[0] < 0 && options.RateHz is null)
            throw new RecordingFormatException(probe.Path, "no column is known to be the time: name it with --columns time=…, or give --rate HZ");
        return new TableLayout
        {
            Separator = header.Separator,
            Time = columns[0] < 0 ? TimeRule.Even(options.RateHz!.Value) : new TimeRule(columns[0], given.TimeUs!.Value),
            Accel = columns[1..4],
            Gyro = columns[4..7],
            AccelScale = [.. signs[..3].Select(s => s * given.Accel!.Value)],
            GyroScale = [.. signs[3..].Select(s => s * given.Gyro!.Value)],
            Names = header.Names,
        }.After(probe, header.Line + 1);
    }

    private static Given Units(ImportProbe probe, ImportOptions options)
    {
        var given = new Given(null, null, null);
        foreach (string part in (options.Units ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string[] pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            string unit = pair.Length == 2 ? pair[1] : "";
            given = pair[0].ToLowerInvariant() switch
            {
                "time" => given with { TimeUs = ImportUnits.Time(unit) ?? throw Unknown(part) },
                "acc" => given with { Accel = ImportUnits.Acceleration(unit) ?? throw Unknown(part) },
                "gyr" => given with { Gyro = ImportUnits.AngularRate(unit) ?? throw Unknown(part) },
                _ => throw Unknown(part),
            };
        }

        return given;

        RecordingFormatException Unknown(string part) => new(
            probe.Path, $"--units has {TextForPeople.Quote(part)}: it knows acc=m/s2, g, mg; gyr=rad/s, deg/s; time=s, ms, us");
    }

    private static string Shown(int[] columns, HeaderLine header, string by, double[]? signs = null)
    {
        IEnumerable<string> pairs = columns.Select((c, i) => (c, i)).Where(x => x.c >= 0).Select(x =>
            $"{Keys[x.i]} = {(x.i > 0 && signs is not null && signs[x.i - 1] < 0 ? "-" : "")}{(x.c < header.Names.Length ? TextForPeople.Show(header.Names[x.c], 40) : FormattableString.Invariant($"column {x.c + 1}"))}");
        return $"Columns by {by}: {string.Join(", ", pairs)}.";
    }

    private static string Spoken(TableLayout layout, ImportOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"Units: one of its accelerations is {Math.Abs(layout.AccelScale[0]):0.#######} m/s², one of its angular rates {Math.Abs(layout.GyroScale[0]):0.#######} rad/s, {(layout.Time.Column < 0 ? $"and rows are {options.RateHz:0.###} to the second, as --rate says, without gaps" : $"one of its times {layout.Time.TickUs / 1e6:0.#########} s")}.");

    private readonly record struct Given(double? TimeUs, double? Accel, double? Gyro);
}
