using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using GaitSense.Analysis.Cohorts;
using GaitSense.Analysis.Summary;
using GaitSense.Analysis.Walks;
using GaitSense.Recording.Files;

namespace GaitSense.Walk.Tests;

/// <summary>Every column that is written has an entry, and every entry is of a column that is written.</summary>
public sealed partial class ResultColumnsTests
{
    [Fact]
    public void Tables_OfAWalk_HaveTheColumnsThatTheDictionarySays()
    {
        MemoryStore store = new();
        using (WalkResults results = new(store)) Walks.Run(Walks.Simulated(), [results]);
        Dictionary<string, string> headers = store.Files.Where(f => f.Key.EndsWith(".csv", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => Encoding.UTF8.GetString(f.Value).Split('\n')[0], StringComparer.Ordinal);
        using CueTable cues = new();
        using CueDelivery delivery = new();
        cues.SendRowsTo((table, row) => headers[table] = Encoding.UTF8.GetString(row));
        delivery.SendRowsTo((table, row) => headers[table] = Encoding.UTF8.GetString(row));
        headers[CohortTable.Name] = CohortTable.ToCsv(new Cohort([])).Split('\n')[0];
        headers[CohortPeople.Name] = CohortPeople.ToCsv(new Cohort([])).Split('\n')[0];
        headers[CohortChange.Name] = CohortChange.ToCsv(new Cohort([])).Split('\n')[0];
        headers.Count.ShouldBe(12);
        foreach ((string table, string header) in headers) string.Join(',', ResultColumns.Of(table).Select(e => e.Name)).ShouldBe(header, table);
        ResultColumns.All.Where(e => e.Table.EndsWith(".csv", StringComparison.Ordinal)).Select(e => e.Table).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .ShouldBe(headers.Keys.Order(StringComparer.Ordinal));
        store.Files[ResultColumns.FileName].ShouldBe(ResultColumns.ToJson().ToArray());
    }

    [Fact]
    public void Summary_EachOfItsFields_HasAnEntryAndEachEntryAField()
    {
        string[] fields = [.. FieldsOf(typeof(WalkSummary), "").Distinct(StringComparer.Ordinal)];
        fields.Length.ShouldBeGreaterThan(500);
        HashSet<ColumnEntry> used = [];
        foreach (string field in fields)
        {
            ColumnEntry entry = ResultColumns.OfSummary(field).ShouldNotBeNull(field);
            used.Add(entry);
            // The way to a shared part goes through the field that has it.
            for (int dot = field.LastIndexOf('.'); dot > 0; dot = field.LastIndexOf('.', dot - 1))
                if (ResultColumns.OfSummary(field[..dot]) is { } around) used.Add(around);
        }

        string[] files = [WalkResults.SummaryFile, .. ResultColumns.All.Select(e => e.Parts).OfType<string>().Where(p => p.Length > 0).Distinct(StringComparer.Ordinal)];
        ResultColumns.All.Where(e => files.Contains(e.Table)).Except(used).Select(e => $"{e.Table}: {e.Name}").ShouldBeEmpty("an entry of nothing");
    }

    [Fact]
    public void Summary_OfAWalk_HasOnlyFieldsWithAnEntry()
    {
        using WalkResults results = new(directory: null);
        Walks.Run(Walks.Simulated(), [results]);
        using JsonDocument json = JsonDocument.Parse(results.Summary!.ToJson());
        foreach (string path in Leaves(json.RootElement, "")) ResultColumns.OfSummary(path).ShouldNotBeNull(path);
    }

    [Fact]
    public void Entries_SayWhatTheyAreAndSinceWhen()
    {
        ResultColumns.All.ShouldAllBe(e => e.Meaning.Length > 0 && Version.Parse(e.Since) <= Version.Parse(WalkContext.LibraryVersion));
        ResultColumns.All.Select(e => (e.Table, e.Name)).Distinct().Count().ShouldBe(ResultColumns.All.Count, "one entry a column");
        // A number's unit stands in its name too.
        foreach ((string suffix, string unit) in new[] { ("_s", "s"), ("_m", "m"), ("_mps", "m/s"), ("_deg", "deg"), ("_degps", "deg/s"), ("_percent", "%"), ("_steps_per_min", "steps/min") })
            foreach (ColumnEntry e in ResultColumns.All.Where(e => e.Kind == ColumnKind.Number && e.Table.EndsWith(".csv", StringComparison.Ordinal) && e.Name.EndsWith(suffix, StringComparison.Ordinal)))
                e.Unit.ShouldStartWith(unit, customMessage: $"{e.Table}: {e.Name}");
        using JsonDocument json = JsonDocument.Parse(ResultColumns.ToJson().ToArray());
        json.RootElement.GetProperty("columns").GetArrayLength().ShouldBe(ResultColumns.All.Count);
        ResultColumns.ToCsv(ResultColumns.All).Count(c => c == '\n').ShouldBe(ResultColumns.All.Count + 1);
    }

    [Fact]
    public void Sources_OfTheEntries_AreReferencesOfTheMethodsPage()
    {
        string page = File.ReadAllText(Repository.At("src", "METHODS.md"));
        string references = page[page.IndexOf("## References", StringComparison.Ordinal)..];
        string[] cited = [.. ResultColumns.All.SelectMany(e => SourceName().Matches(e.Source).Select(m => $"{m.Groups["author"].Value} {m.Groups["year"].Value}")).Distinct(StringComparer.Ordinal)];
        cited.Length.ShouldBeGreaterThan(20);
        foreach (string source in cited)
        {
            string author = source[..source.LastIndexOf(' ')], year = source[^4..];
            references.Split('\n').Any(l => l.StartsWith($"- {author} ", StringComparison.Ordinal) && l.Contains(year, StringComparison.Ordinal)).ShouldBeTrue(source);
        }
    }

    // "Mariani et al. 2012", "Zou and Donner 2008", "Motti Ader et al. 2020".
    [System.Text.RegularExpressions.GeneratedRegex(@"(?<author>\p{Lu}[\p{L}-]+)(?: \p{Lu}[\p{L}-]+)?(?: et al\.| and \p{Lu}[\p{L}-]+)? (?<year>(?:19|20)\d\d)", System.Text.RegularExpressions.RegexOptions.CultureInvariant | System.Text.RegularExpressions.RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial System.Text.RegularExpressions.Regex SourceName();

    private static IEnumerable<string> FieldsOf(Type type, string path)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type == typeof(string) || type.IsPrimitive || type.IsEnum || type == typeof(DateTimeOffset) || type == typeof(JsonElement)) return [path];
        Type? map = Generic(type, typeof(IReadOnlyDictionary<,>)), list = Generic(type, typeof(IReadOnlyList<>));
        if (map is not null) return FieldsOf(map.GetGenericArguments()[1], path + ".x");
        if (list is not null) return FieldsOf(list.GetGenericArguments()[0], path + "[]");
        return type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is not { Condition: JsonIgnoreCondition.Always })
            .SelectMany(p => FieldsOf(p.PropertyType, path.Length == 0 ? Snake(p.Name) : $"{path}.{Snake(p.Name)}"));
    }

    private static Type? Generic(Type type, Type wanted) => type.IsGenericType && type.GetGenericTypeDefinition() == wanted ? type
        : type.GetInterfaces().FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == wanted);

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    private static IEnumerable<string> Leaves(JsonElement e, string path) => e.ValueKind switch
    {
        JsonValueKind.Object => e.EnumerateObject().SelectMany(p => Leaves(p.Value, path.Length == 0 ? p.Name : $"{path}.{p.Name}")),
        JsonValueKind.Array => e.EnumerateArray().SelectMany(x => Leaves(x, path + "[]")),
        _ => [path],
    };
}
