using GaitSense.Recording.Text;

namespace GaitSense.Recording.Samples;

/// <summary>The columns of a sensor's CSV file.</summary>
internal static class SampleColumns
{
    /// <summary>The columns' names, in the order they are written.</summary>
    public static readonly string[] Names =
    [
        "time_s", "acc_x_mps2", "acc_y_mps2", "acc_z_mps2", "gyr_x_radps", "gyr_y_radps", "gyr_z_radps",
    ];

    /// <summary>Where each of <see cref="Names"/> stands in a file's header.</summary>
    /// <exception cref="RecordingFormatException">A column is missing or there twice.</exception>
    public static int[] Find(IReadOnlyList<string> header, string path)
    {
        int[] columns = new int[Names.Length];
        string[] found = [.. header.Select(h => h.Trim())];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = Array.IndexOf(found, Names[i]);
            if (columns[i] < 0)
            {
                string separator = found.Length == 1 && found[0].AsSpan().IndexOfAny(';', '\t') >= 0 ? "; a comma should separate columns" : "";
                string there = TextForPeople.Show(string.Join(", ", found.Take(12)), 160);
                throw new RecordingFormatException(path, 1, $"the column {Names[i]} is missing (there are: {there}){separator}", Names[i]);
            }

            if (Array.LastIndexOf(found, Names[i]) != columns[i])
                throw new RecordingFormatException(path, 1, $"the column {Names[i]} is there twice", Names[i]);
        }

        return columns;
    }

    /// <summary>Digits after the decimal point of a number's text; 0 without a point.</summary>
    public static int Decimals(ReadOnlySpan<byte> field)
    {
        int point = field.LastIndexOf((byte)'.');
        return point < 0 ? 0 : field.Length - point - 1;
    }
}
