using System.Globalization;
using GaitSense.Recording.Text;

namespace GaitSense.Recording.Import.Tables;

/// <summary>One sensor's columns in a table, on the way to be read: its times, units and what is said of them.</summary>
/// <param name="probe">The file.</param>
/// <param name="sketch">The table.</param>
/// <param name="options">What a person says.</param>
internal sealed class CsvSensor(ImportProbe probe, TableSketch sketch, ImportOptions options)
{
    /// <summary>What the header says of where it sits; empty: nothing.</summary>
    public required string Place { get; init; }

    /// <summary>Columns of the acceleration.</summary>
    public required int[] Accel { get; init; }

    /// <summary>Columns of the angular rate.</summary>
    public required int[] Gyro { get; init; }

    /// <summary>What told the columns.</summary>
    public required string By { get; init; }

    /// <summary>1 or -1 for each axis.</summary>
    public double[] Signs { get; init; } = [1, 1, 1, 1, 1, 1];

    /// <summary>The column of the time; null: the best of those that the header names; below 0: a person named none.</summary>
    public int? Time { get; init; }

    /// <summary>The sensor, to be read.</summary>
    /// <param name="only">Only rows with this text in this column; null: all.</param>
    /// <exception cref="RecordingFormatException">Units or times have to be said.</exception>
    public ImportedSensor ToSensor((int Column, string Text)? only = null)
    {
        if (sketch.HasMixedDecimals) throw new RecordingFormatException(probe.Path, sketch.FirstRow + 1, "some of its numbers have a decimal comma, some a point: export it with one of them (a point, not a comma, is usual)");
        ImportScale given = ImportScale.Of(options, probe.Path);
        double? accel = given.Accel ?? Stated(Accel[0], HeaderKind.Accel), gyro = given.Gyro ?? Stated(Gyro[0], HeaderKind.Gyro);
        bool isEven = options.RateHz is not null;
        TimeColumn? time = isEven ? null : Times(given.TimeUs);
        if (accel is null || gyro is null) throw AskForUnits(accel is not null, gyro is not null, time);
        if (time is { Rule: null }) throw ImportAdvice.Refuse(sketch, probe.Path, $"no column is known to be the time: {time.Description}", Known() + "--rate HZ");
        if (!isEven && time is null) throw ImportAdvice.Refuse(sketch, probe.Path, "no column is known to be the time", Known() + "--rate HZ");
        TimeRule rule = time?.Rule ?? TimeRule.Even(options.RateHz!.Value);
        TableLayout layout = sketch.Layout(rule, Accel, Gyro) with
        {
            AccelScale = [.. Signs[..3].Select(s => s * accel.Value)],
            GyroScale = [.. Signs[3..].Select(s => s * gyro.Value)],
            Only = only,
        };
        string[] notes = [Shown(rule), Spoken(layout, time)];
        bool apart = only is null && RowsApart();
        return new ImportedSensor(probe.Path, () =>
        {
            SensorRows rows = apart
                ? new MergedRows(probe.Path, layout with { Gyro = [], PassesOthers = true }, probe.Path, layout with { Accel = [], PassesOthers = true })
                : new TableRows(probe.Path, layout);
            rows.Notes.AddRange(notes);
            return rows;
        })
        {
            Name = only?.Text ?? (Place.Length > 0 ? Place : null),
            Timeline = string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(probe.Path)}, {(rule.Column < 0 ? "rows" : $"column {rule.Column + 1}")}"),
            HasStatedUnits = Stated(Accel[0], HeaderKind.Accel) is not null && Stated(Gyro[0], HeaderKind.Gyro) is not null && given is { Accel: null, Gyro: null },
            IsEven = isEven,
        };
    }

    private double? Stated(int column, HeaderKind kind)
    {
        Func<string, double?> known = kind == HeaderKind.Accel ? ImportUnits.Acceleration : ImportUnits.AngularRate;
        HeaderGuess? guess = column < sketch.Header.Names.Length ? HeaderGuess.Of(sketch.Header.Names[column]) : null;
        return (guess is { } g && g.Kind == kind ? g.ToSi : null) ?? (sketch.UnitOf(column) is { } unit ? known(unit) : null);
    }

    // Of several columns of times, the one whose times differ most from row to row; of equals one that counts from 1970, which says when the recording began.
    private TimeColumn? Times(double? givenUs)
    {
        if (Time is { } told) return told < 0 ? null : TimeColumn.Of(sketch, told, givenUs);
        var columns = new List<(int Column, string Place)>();
        for (int i = 0; i < sketch.Header.Names.Length; i++)
            if (HeaderGuess.Of(sketch.Header.Names[i]) is { Kind: HeaderKind.Time } guess) columns.Add((i, guess.Place));
        bool hasOwn = Place.Length > 0 && columns.Exists(c => string.Equals(c.Place, Place, StringComparison.Ordinal));
        return columns.Where(c => !hasOwn || string.Equals(c.Place, Place, StringComparison.Ordinal))
            .Select(c => TimeColumn.Of(sketch, c.Column, givenUs))
            .OrderByDescending(t => t.Rule is not null).ThenByDescending(t => t.Distinct).ThenByDescending(t => t.Rule is { IsEpoch: true }).FirstOrDefault();
    }

    // Rows of the accelerometer and of the gyroscope that alternate, as a join of two tables leaves them.
    private bool RowsApart()
    {
        int both = 0, either = 0;
        foreach (string[] row in sketch.Rows)
        {
            bool a = double.IsFinite(sketch.Number(row, Accel[0])), w = double.IsFinite(sketch.Number(row, Gyro[0]));
            if (a && w) both++;
            else if (a || w) either++;
        }

        return either > 4 && either > 4 * both;
    }

    private RecordingFormatException AskForUnits(bool accelKnown, bool gyroKnown, TimeColumn? time)
    {
        string? options1 = UnitEstimate.Options(sketch, Accel, Gyro, accelKnown, gyroKnown);
        string units = options1 ?? "--units " + (accelKnown ? "" : "acc=g" + (gyroKnown ? "" : ",")) + (gyroKnown ? "" : "gyr=deg/s");
        string which = accelKnown ? "the angular rate's unit" : gyroKnown ? "the acceleration's unit" : "the units";
        string what = options1?.StartsWith("--scale", StringComparison.Ordinal) == true
            ? $"nothing states {which}, and the numbers look like a sensor's raw counts: give --scale, from the sensor's settings"
            : $"nothing states {which}: give --units acc=g,gyr=deg/s (or acc=mg, m/s2; gyr=rad/s; time=s, ms, us)";
        string rate = time is { Rule: not null } || options.RateHz is not null ? "" : " --rate HZ";
        return ImportAdvice.Refuse(sketch, probe.Path, what, Known() + units + rate);
    }

    // What a person said already belongs into the command, too.
    private string Known() => (options.Columns is { } columns ? $"--columns \"{columns}\" " : "") + (options.RateHz is { } hz ? string.Create(CultureInfo.InvariantCulture, $"--rate {hz:0.###} ") : "");

    private string Shown(TimeRule rule)
    {
        int[] all = [rule.Column, .. Accel, .. Gyro];
        IEnumerable<string> pairs = all.Select((c, i) => (c, i)).Where(x => x.c >= 0).Select(x =>
            $"{DeclaredColumns.Keys[x.i]} = {(x.i > 0 && Signs[x.i - 1] < 0 ? "-" : "")}{(x.c < sketch.Header.Names.Length ? TextForPeople.Show(sketch.Header.Names[x.c], 40) : FormattableString.Invariant($"column {x.c + 1}"))}");
        return $"Columns by {By}: {string.Join(", ", pairs)}.";
    }

    private string Spoken(TableLayout layout, TimeColumn? time) => string.Create(
        CultureInfo.InvariantCulture,
        $"Units: 1 in its acceleration columns is {Math.Abs(layout.AccelScale[0]):0.#######} m/s², 1 in its angular rates is {Math.Abs(layout.GyroScale[0]):0.#######} rad/s{(sketch.Units is null ? "" : ", by the row of units")}, {(time is null ? $"and rows are {options.RateHz!.Value:0.###} to the second, as --rate says, without gaps" : $"and 1 in its times is {layout.Time.TickUs / 1e6:0.#########} s ({time.Description})")}.");
}
