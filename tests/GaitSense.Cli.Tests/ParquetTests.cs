using System.Globalization;
using System.Text.Json;
using GaitSense.Cli.App;
using GaitSense.Cli.Tables;
using GaitSense.Recording.Results;
using GaitSense.Walk;
using Parquet;
using Parquet.Schema;

namespace GaitSense.Cli.Tests;

/// <summary>The tables in Parquet say what those in CSV say.</summary>
public sealed class ParquetTests : IDisposable
{
    private readonly RecordingsFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Tables_InParquet_HaveTheValuesTypesAndUnitsOfThoseInCsv()
    {
        Cli.Outcome outcome = await Cli.RunAsync("analyze", _folder.Recording(), "--out", _folder["out"], "--tables", "parquet");
        outcome.Code.ShouldBe(ExitCode.Done, outcome.Error);
        foreach (string csv in _folder.Files("out").Where(f => f.EndsWith(".csv", StringComparison.Ordinal)))
        {
            string[][] rows = [.. ResultReader.ReadFields(_folder["out", csv])];
            await using ParquetReader reader = await ParquetReader.CreateAsync(_folder["out", Path.ChangeExtension(csv, ".parquet")], cancellationToken: TestContext.Current.CancellationToken);
            reader.Schema.DataFields.Select(f => f.Name).ShouldBe(rows[0], csv);
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
            group.RowCount.ShouldBe(rows.Length - 1, csv);
            for (int i = 0; i < rows[0].Length; i++)
            {
                DataField field = reader.Schema.DataFields[i];
                ColumnEntry entry = ResultColumns.Of(csv).Single(e => string.Equals(e.Name, field.Name, StringComparison.Ordinal));
                (await TextsOf(group, field, rows.Length - 1)).ShouldBe(rows.Skip(1).Select(r => Normal(r[i], entry.Kind)), $"{csv}: {field.Name}");
                if (entry.Kind is ColumnKind.Number or ColumnKind.Count) group.GetCustomMetadata(field)[ParquetTables.UnitKey].ShouldBe(entry.Unit, field.Name);
            }

            using JsonDocument json = JsonDocument.Parse(reader.CustomMetadata[ParquetTables.DictionaryKey]);
            json.RootElement.GetProperty("columns").GetArrayLength().ShouldBe(rows[0].Length);
        }
    }

    [Fact]
    public async Task Tables_ByDefault_AreCsvOnly()
    {
        await Cli.RunAsync("analyze", _folder.Recording(), "--out", _folder["out"]);
        _folder.Files("out").ShouldNotContain(f => f.EndsWith(".parquet", StringComparison.Ordinal));
        (await Cli.RunAsync("analyze", _folder["walk"], "--out", _folder["other"], "--tables", "excel")).Code.ShouldBe(ExitCode.WrongUsage);
    }

    private static async Task<string[]> TextsOf(ParquetRowGroupReader group, DataField field, int count)
    {
        if (field.ClrType == typeof(double)) return await Read<double>(v => v.ToString("R", CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(long)) return await Read<long>(v => v.ToString(CultureInfo.InvariantCulture));
        if (field.ClrType == typeof(bool)) return await Read<bool>(v => v ? "true" : "false");
        string?[] texts = new string?[count];
        await group.ReadAsync(field, texts.AsMemory(), null);
        return [.. texts.Select(t => t ?? "")];

        async Task<string[]> Read<T>(Func<T, string> text)
            where T : struct
        {
            T?[] values = new T?[count];
            await group.ReadAsync<T>(field, values.AsMemory(), null, TestContext.Current.CancellationToken);
            return [.. values.Select(v => v is { } x ? text(x) : "")];
        }
    }

    private static string Normal(string field, ColumnKind kind) =>
        kind == ColumnKind.Number && field.Length > 0 ? double.Parse(field, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture) : field;
}
