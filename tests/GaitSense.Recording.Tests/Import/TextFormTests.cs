using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GaitSense.Recording.Import;

namespace GaitSense.Recording.Tests;

/// <summary>The same samples, written in other encodings, separators, numbers and rows, are read the same; what was assumed is said.</summary>
public sealed class TextFormTests : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly double[][] _rows = Tables.Rows();

    private string Plain => Tables.Text([Tables.Header, .. Tables.Lines(_rows)]);

    [Theory]
    [InlineData("utf-16le", true)]
    [InlineData("utf-16be", true)]
    [InlineData("utf-16le", false)]
    [InlineData("utf-16be", false)]
    public void Convert_Utf16WithOrWithoutItsMark_IsRead(string encoding, bool hasMark)
    {
        Encoding of = encoding is "utf-16le" ? new UnicodeEncoding(false, true) : new UnicodeEncoding(true, true);
        byte[] bytes = [.. hasMark ? of.GetPreamble() : [], .. of.GetBytes(Plain.Replace(',', '\t'))];
        Tables.Gives(_folder, bytes, _rows).Assumptions.ShouldContain(a => a.Contains("UTF-16", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_Latin1Units_AreUnderstood()
    {
        double[][] si = [.. _rows.Select(r => (double[])[r[0], r[1] * 9.80665, r[2] * 9.80665, r[3] * 9.80665, r[4], r[5], r[6]])];
        string text = "Time [s];Acc X [m/s²];Acc Y [m/s²];Acc Z [m/s²];Gyr X [°/s];Gyr Y [°/s];Gyr Z [°/s]\n" + Tables.Text(Tables.Lines(si, ';', (v, _) => v.ToString("F7", CultureInfo.InvariantCulture)));
        Tables.Gives(_folder, Encoding.Latin1.GetBytes(text), _rows).Assumptions.ShouldContain(a => a.Contains("Latin-1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r\n")]
    public void Convert_OtherLineEnds_AreRead(string end) => Tables.Gives(_folder, Plain.Replace("\n", end, StringComparison.Ordinal), _rows);

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    public void Convert_DecimalComma_IsReadAndSaid(string separator)
    {
        string text = Tables.Text([Tables.Header.Replace(",", separator, StringComparison.Ordinal), .. Tables.Lines(_rows, separator[0], Tables.Comma)]);
        Tables.Gives(_folder, text, _rows).Assumptions.ShouldContain(a => a.Contains("comma", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_QuotedDecimalCommas_AreRead() =>
        Tables.Gives(_folder, Tables.Text([Tables.Header, .. Tables.Lines(_rows, ',', (v, c) => $"\"{Tables.Comma(v, c)}\"")]), _rows);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Convert_Blanks_SeparateFields(bool hasDecimalComma)
    {
        string text = Tables.Text(["t ax ay az gx gy gz", .. Tables.Lines(_rows, ' ', hasDecimalComma ? Tables.Comma : Tables.Point).Select(l => "  " + l.Replace(" ", "    ", StringComparison.Ordinal) + " ")]);
        Tables.Gives(_folder, text, _rows, new ImportOptions { Units = "acc=g,gyr=deg/s" });
    }

    [Fact]
    public void Convert_RowOfUnits_StatesThem()
    {
        string text = Tables.Text(["Time,AccX,AccY,AccZ,GyrX,GyrY,GyrZ", "s,g,g,g,deg/s,deg/s,deg/s", .. Tables.Lines(_rows)]);
        Tables.Gives(_folder, text, _rows).Assumptions.ShouldContain(a => a.Contains("row of units", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("NA")]
    [InlineData("null")]
    [InlineData("None")]
    [InlineData("NaN")]
    [InlineData("n/a")]
    [InlineData("#N/A")]
    [InlineData("")]
    public void Convert_WordForAMissingNumber_IsAMissingNumber(string word)
    {
        _rows[9][1] = double.NaN;
        ImportResult result = Tables.Gives(_folder, Tables.Text([Tables.Header, .. Tables.Lines(_rows, ',', (v, c) => double.IsNaN(v) ? word : Tables.Point(v, c))]), _rows);
        result.Assumptions.ShouldContain(a => a.Contains("1 rows without all numbers", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_RowsThatAreNoSamples_AreNamed()
    {
        List<string> lines = [.. Tables.Lines(_rows)];
        lines.Insert(149, Tables.Header);
        lines.Insert(200, ",,,,,,");
        lines.AddRange([",,,,,,", "End of recording", "Samples:,300"]);
        string[] said = [.. Tables.Gives(_folder, Tables.Text([Tables.Header, .. lines]), _rows).Assumptions];
        said.ShouldContain(a => a.Contains("Line 151: the header once more", StringComparison.Ordinal));
        said.ShouldContain(a => a.Contains("2 lines: 202, 304: empty rows", StringComparison.Ordinal));
        said.ShouldContain(a => a.Contains("305, 306: text", StringComparison.Ordinal));
    }

    [Fact]
    public void Convert_TextInPlaceOfATimeInsideTheTable_IsAnErrorWithItsLine()
    {
        List<string> lines = [.. Tables.Lines(_rows)];
        lines[100] = lines[100].Replace("1.0000", "oops", StringComparison.Ordinal);
        _folder.Write("walk.csv", Tables.Text([Tables.Header, .. lines]));
        Imports.Fails(_folder, "walk.csv").ShouldContain("line 102");
    }

    [Fact]
    public void Convert_LongPreamble_IsPassedOver() =>
        Tables.Gives(_folder, Tables.Text([.. Enumerable.Range(0, 300).Select(i => $"# setting {i}: on"), Tables.Header, .. Tables.Lines(_rows)]), _rows);

    [Fact]
    public void Convert_AnyEncodingSeparatorAndDecimals_AreTheSameSamples()
    {
        double[][] rows = Tables.Rows(60);
        Encoding[] encodings = [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false)];
        var any = from encoding in Gen.Choose(0, encodings.Length - 1)
                  from separator in Gen.Elements(',', ';', '\t', ' ')
                  from comma in Gen.Elements(false, true)
                  from end in Gen.Elements("\n", "\r\n", "\r")
                  from preamble in Gen.Choose(0, 40)
                  from units in Gen.Elements(false, true)
                  from footer in Gen.Elements("", "end", ";;;;;;")
                  select (encoding, separator, comma, end, preamble, units, footer);
        Prop.ForAll(any.Where(x => !(x.separator == ',' && x.comma)).ToArbitrary(), x =>
        {
            char s = x.separator;
            string header = x.units ? "time,ax,ay,az,gx,gy,gz" : "time_s,acc_x_g,acc_y_g,acc_z_g,gyr_x_dps,gyr_y_dps,gyr_z_dps";
            List<string> lines = [.. Enumerable.Range(0, s == ' ' ? 0 : x.preamble).Select(i => $"setting {i}"), header.Replace(',', s)];
            if (x.units) lines.Add("s,g,g,g,deg/s,deg/s,deg/s".Replace(',', s));
            lines.AddRange(Tables.Lines(rows, s, x.comma ? Tables.Comma : Tables.Point));
            if (x.footer.Length > 0) lines.Add(x.footer.Replace(';', s));
            Encoding encoding = encodings[x.encoding];
            Tables.Gives(_folder, [.. encoding.GetPreamble(), .. encoding.GetBytes(Tables.Text(lines, x.end))], rows);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(120));
    }

    public void Dispose() => _folder.Dispose();
}
