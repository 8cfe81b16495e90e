namespace GaitSense.Recording.Import.Tables;

/// <summary>Where a foreign table has what, and in which units.</summary>
internal sealed record TableLayout
{
    /// <summary>What separates its fields.</summary>
    public required char Separator { get; init; }

    /// <summary>How its rows get their time.</summary>
    public required TimeRule Time { get; init; }

    /// <summary>Columns of the specific force, from 0; empty: the table has none.</summary>
    public int[] Accel { get; init; } = [];

    /// <summary>Columns of the angular rate, from 0; empty: the table has none.</summary>
    public int[] Gyro { get; init; } = [];

    /// <summary>m/s² in one unit of each accelerometer column; its sign turns the axis.</summary>
    public double[] AccelScale { get; init; } = [1, 1, 1];

    /// <summary>rad/s in one unit of each gyroscope column; its sign turns the axis.</summary>
    public double[] GyroScale { get; init; } = [1, 1, 1];

    /// <summary>Lines before the first row of numbers.</summary>
    public int LinesBefore { get; init; }

    /// <summary>Bytes before the first row of numbers, in the unpacked file.</summary>
    public long BytesBefore { get; init; }

    /// <summary>Names of the columns, for messages; empty where the table has none.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Only rows with this text in this column count; null: all do.</summary>
    public (int Column, string Text)? Only { get; init; }

    /// <summary>Whether a comma, not a point, separates decimals.</summary>
    public bool HasDecimalComma { get; init; }

    /// <summary>Whether rows without any number of the table's columns are passed over without a word: those of another sensor in the same file.</summary>
    public bool PassesOthers { get; init; }

    /// <summary>The rows after a header line.</summary>
    public TableLayout After(ImportProbe probe, int lines) => this with { LinesBefore = lines, BytesBefore = probe.StartOf(lines) };

    /// <summary>The same scale on three axes.</summary>
    public static double[] Same(double scale) => [scale, scale, scale];
}
