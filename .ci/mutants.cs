#:property PublishAot=false
#:property Nullable=enable
// Tries the changes that dotnet-stryker compiled into a room, one at a time: the tests that reach a change are run in one process, quickest first, until one fails.
//   dotnet run mutants.cs TESTS.dll REPORT.json OUT.json [WORKERS [MAX_TEST_S [EARLIER.json]]]
// TESTS.dll stands beside the changed assembly; REPORT.json is stryker's report with the places of the changes; OUT.json gets the same list with what came of each.
// Tests that take MAX_TEST_S (0.5) or more in the changed assembly are left out: run once for each of some thousand changes that survive they would take hours.
// With EARLIER.json, what came of an earlier run, only what no test noticed then is tried.
// They are tried in an order of chance, so that a run that is ended has tried a fair sample. A change that belongs to what a process makes once (a static table) comes last and gets a process of its own. A change whose tests take more than 20 s of processor time above
// twice what all of them took without it, or a process that ends,
// counts as "did not end".
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text.Json;

if (args[0] == "--worker") return await Worker.RunAsync(args[1], double.Parse(args[2], CultureInfo.InvariantCulture));

(string tests, string report, string output) = (Path.GetFullPath(args[0]), args[1], args[2]);
int workers = args.Length > 3 ? int.Parse(args[3], CultureInfo.InvariantCulture) : 2;
double maxTestS = args.Length > 4 ? double.Parse(args[4], CultureInfo.InvariantCulture) : 0.5;
List<Mutant> mutants = [];
using (JsonDocument json = JsonDocument.Parse(File.ReadAllText(report)))
{
    foreach (JsonProperty file in json.RootElement.GetProperty("files").EnumerateObject())
    {
        foreach (JsonElement m in file.Value.GetProperty("mutants").EnumerateArray())
        {
            if (m.GetProperty("status").GetString() is "Ignored" or "CompileError") continue;
            mutants.Add(new Mutant(int.Parse(m.GetProperty("id").GetString()!, CultureInfo.InvariantCulture), file.Name, m.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
                m.GetProperty("mutatorName").GetString()!, m.TryGetProperty("replacement", out JsonElement r) ? r.GetString()! : ""));
        }
    }
}

if (args.Length > 5)
{
    using JsonDocument earlier = JsonDocument.Parse(File.ReadAllText(args[5]));
    HashSet<int> unnoticed = [.. earlier.RootElement.EnumerateArray().Where(m => m.GetProperty("status").GetString() is "survived" or "not reached").Select(m => m.GetProperty("id").GetInt32())];
    mutants.RemoveAll(m => !unnoticed.Contains(m.Id));
}

Console.WriteLine($"{mutants.Count} changes");
if (mutants.Count == 0) return 0; // nothing differs from the tag
double usualS = 0;
Stopwatch clock = Stopwatch.StartNew();
Dictionary<int, List<int>> reached = [];
HashSet<int> once = [];
string[] names = [];
using (Host host = new(tests, maxTestS))
{
    foreach (string line in host.Ask("cover"))
    {
        if (line.StartsWith("usual ", StringComparison.Ordinal)) usualS = double.Parse(line[6..], CultureInfo.InvariantCulture);
        if (line.StartsWith("names ", StringComparison.Ordinal)) names = line[6..].Split('\t');
        if (line.StartsWith("left ", StringComparison.Ordinal)) Console.WriteLine($"left out: {line.Split(' ')[1]} tests that fail in this run without a change, {line.Split(' ')[2]} that take {maxTestS} s or more");
        if (!line.StartsWith("test ", StringComparison.Ordinal)) continue;
        string[] parts = line.Split(' ');
        int test = int.Parse(parts[1], CultureInfo.InvariantCulture);
        foreach (int id in Ids(parts[3])) (reached.TryGetValue(id, out List<int>? by) ? by : reached[id] = []).Add(test);
        once.UnionWith(Ids(parts[4]));
    }
}

Console.WriteLine($"{names.Length} tests reach {reached.Count} changes, {once.Count} of them once a process, after {clock.Elapsed.TotalMinutes:0.0} min");
static IEnumerable<int> Ids(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(i => int.Parse(i, CultureInfo.InvariantCulture));

ConcurrentQueue<Mutant> waiting = new(mutants.Where(m => once.Contains(m.Id) || reached.ContainsKey(m.Id)).OrderBy(m => once.Contains(m.Id)).ThenBy(m => (m.Id * 2654435761L) % 4294967296L));
ConcurrentBag<object> results = [.. mutants.Where(m => !once.Contains(m.Id) && !reached.ContainsKey(m.Id)).Select(m => m.With("not reached", ""))];
int done = 0, all = waiting.Count;
await Task.WhenAll(Enumerable.Range(0, workers).Select(_ => Task.Run(() =>
{
    Host? host = null;
    while (waiting.TryDequeue(out Mutant? m))
    {
        bool isOnce = once.Contains(m.Id);
        if (isOnce || host is null or { IsUsable: false })
        {
            host?.Dispose();
            host = new Host(tests, maxTestS);
        }

        IEnumerable<int> by = isOnce ? Enumerable.Range(0, names.Length) : reached[m.Id];
        string answer = host.Ask($"try {m.Id} {(isOnce ? "all" : string.Join(',', by))}", 20 + (2 * usualS)).LastOrDefault() ?? "ended";
        string[] parts = answer.Split(' ');
        results.Add(parts[0] switch
        {
            "survived" => m.With("survived", ""),
            "killed" => m.With("killed", names[int.Parse(parts[1], CultureInfo.InvariantCulture)]),
            _ => m.With("did not end", answer),
        });
        if (isOnce || parts[0] != "survived" && parts.Length > 2) host.IsUsable = false;
        int n = Interlocked.Increment(ref done);
        if (n % 100 != 0) continue;
        Console.WriteLine($"{n} of {all} after {clock.Elapsed.TotalMinutes:0.0} min");
        Keep();
    }

    host?.Dispose();
})));
Keep();
foreach (IGrouping<string, Dictionary<string, object>> g in results.Cast<Dictionary<string, object>>().GroupBy(r => (string)r["status"])) Console.WriteLine($"{g.Count()} {g.Key}");
Console.WriteLine($"{clock.Elapsed.TotalHours:0.00} h");
return 0;

void Keep()
{
    lock (results)
        File.WriteAllText(output, JsonSerializer.Serialize(results, new JsonSerializerOptions { WriteIndented = true, TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() }));
}

sealed record Mutant(int Id, string File, int Line, string Mutator, string Replacement)
{
    public object With(string status, string by) => new Dictionary<string, object> { ["id"] = Id, ["file"] = File, ["line"] = Line, ["mutator"] = Mutator, ["replacement"] = Replacement, ["status"] = status, ["by"] = by };
}

/// <summary>A process in which tests run.</summary>
sealed class Host : IDisposable
{
    private readonly Process _process;
    private readonly BlockingCollection<string?> _lines = [];

    public Host(string tests, double maxTestS)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--worker");
        start.ArgumentList.Add(tests);
        start.ArgumentList.Add(maxTestS.ToString(CultureInfo.InvariantCulture));
        start.Environment["DOTNET_GCHeapHardLimit"] = "80000000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, e) => _lines.Add(e.Data);
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool IsUsable { get; set; } = true;

    public List<string> Ask(string what, double maxS = double.PositiveInfinity)
    {
        List<string> answer = [];
        try
        {
            _process.StandardInput.WriteLine(what);
            _process.StandardInput.Flush();
            TimeSpan from = _process.TotalProcessorTime;
            DateTime at = DateTime.UtcNow;
            while (true)
            {
                if (_lines.TryTake(out string? line, 500))
                {
                    if (line is null) break;
                    if (line == "#done") return answer;
                    if (line.StartsWith('#')) answer.Add(line[1..]);
                    continue;
                }

                if ((_process.TotalProcessorTime - from).TotalSeconds > maxS || (DateTime.UtcNow - at).TotalSeconds > 10 * maxS) break;
            }
        }
        catch (Exception e) when (e is InvalidOperationException or IOException)
        {
        }

        IsUsable = false;
        return ["ended"];
    }

    public void Dispose()
    {
        try { _process.Kill(entireProcessTree: true); } catch (InvalidOperationException) { }
        _process.Dispose();
    }
}

/// <summary>Runs tests in this process.</summary>
static class Worker
{
    private sealed record Test(MethodInfo Method, object?[] Arguments, string Name);

    public static async Task<int> RunAsync(string path, double maxTestS)
    {
        AssemblyDependencyResolver resolver = new(path);
        AssemblyLoadContext.Default.Resolving += (context, name) => resolver.ResolveAssemblyToPath(name) is { } found ? context.LoadFromAssemblyPath(found) : null;
        Assembly assembly = AssemblyLoadContext.Default.LoadFromAssemblyPath(path);
        List<Test> tests = await FindAsync(assembly);
        string changed = Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(path).Replace(".Tests.dll", ".dll", StringComparison.Ordinal));
        Type control = AssemblyLoadContext.Default.LoadFromAssemblyPath(changed).GetTypes().Single(t => t.Name == "MutantControl");
        FieldInfo active = control.GetField("ActiveMutant")!, capture = control.GetField("CaptureCoverage")!;
        TextWriter real = Console.Out;
        Console.SetOut(TextWriter.Null);
        void Say(string line)
        {
            real.WriteLine("#" + line);
            real.Flush();
        }

        int[] order = [.. Enumerable.Range(0, tests.Count)];
        string orderFile = path + ".order";
        if (File.Exists(orderFile)) order = [.. File.ReadAllText(orderFile).Split(',').Select(i => int.Parse(i, CultureInfo.InvariantCulture))];
        active.SetValue(null, -1);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            string[] parts = line.Split(' ');
            if (parts[0] == "cover")
            {
                Say("names " + string.Join('\t', tests.Select(t => t.Name)));
                double[] took = new double[tests.Count];
                bool[] good = new bool[tests.Count];
                for (int i = 0; i < tests.Count; i++)
                {
                    Stopwatch watch = Stopwatch.StartNew();
                    good[i] = await RunAsync(tests[i]) is null;
                    took[i] = watch.Elapsed.TotalSeconds;
                }

                capture.SetValue(null, true);
                for (int i = 0; i < tests.Count; i++)
                {
                    if (!good[i] || took[i] >= maxTestS) continue;
                    control.GetMethod("ResetCoverage")!.Invoke(null, null);
                    good[i] = await RunAsync(tests[i]) is null;
                    IList<int>[] covered = (IList<int>[])control.GetMethod("GetCoverageData")!.Invoke(null, null)!;
                    if (good[i]) Say($"test {i} 0 {string.Join(',', covered[0])} {string.Join(',', covered[1])}");
                }

                capture.SetValue(null, false);
                File.WriteAllText(orderFile, string.Join(',', Enumerable.Range(0, tests.Count).Where(i => good[i] && took[i] < maxTestS).OrderBy(i => took[i])));
                Say($"left {good.Count(g => !g)} {Enumerable.Range(0, tests.Count).Count(i => good[i] && took[i] >= maxTestS)}");
                Say(string.Create(CultureInfo.InvariantCulture, $"usual {Enumerable.Range(0, tests.Count).Where(i => good[i] && took[i] < maxTestS).Sum(i => took[i]):0.0}"));
                File.WriteAllLines(path + ".times", Enumerable.Range(0, tests.Count).OrderByDescending(i => took[i]).Select(i => string.Create(CultureInfo.InvariantCulture, $"{took[i]:0.000} {good[i]} {tests[i].Name}")));
            }
            else
            {
                int id = int.Parse(parts[1], CultureInfo.InvariantCulture);
                HashSet<int>? by = parts[2] == "all" ? null : [.. parts[2].Split(',').Select(i => int.Parse(i, CultureInfo.InvariantCulture))];
                string answer = "survived";
                foreach (int i in order)
                {
                    if (by?.Contains(i) == false) continue;
                    active.SetValue(null, id);
                    Exception? failure = await RunAsync(tests[i]);
                    active.SetValue(null, -1);
                    if (failure is null) continue;
                    // What a change left behind in this process is not to be blamed on the next one.
                    answer = $"killed {i}" + (by is not null && await RunAsync(tests[i]) is not null ? " spoilt" : "");
                    break;
                }

                Say(answer);
            }

            Say("done");
        }

        return 0;
    }

    private static async Task<List<Test>> FindAsync(Assembly assembly)
    {
        List<Test> tests = [];
        foreach (Type type in assembly.GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && !t.ContainsGenericParameters))
        {
            foreach (MethodInfo method in type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static))
            {
                Attribute[] attributes = [.. method.GetCustomAttributes()];
                if (attributes.FirstOrDefault(a => a.GetType().Name is "FactAttribute" or "TheoryAttribute") is not { } fact || fact.GetType().GetProperty("Skip")!.GetValue(fact) is not null) continue;
                string name = $"{type.Name}.{method.Name}";
                if (fact.GetType().Name == "FactAttribute")
                {
                    tests.Add(new Test(method, [], name));
                    continue;
                }

                foreach (Attribute data in attributes.Where(a => a.GetType().GetMethod("GetData") is not null))
                {
                    MethodInfo get = data.GetType().GetMethod("GetData")!;
                    object tracker = Activator.CreateInstance(get.GetParameters()[1].ParameterType)!;
                    dynamic rows = await (dynamic)get.Invoke(data, [method, tracker])!;
                    foreach (object row in (System.Collections.IEnumerable)rows)
                    {
                        object?[] given = (object?[])row.GetType().GetInterface("ITheoryDataRow")!.GetMethod("GetData")!.Invoke(row, null)!;
                        ParameterInfo[] parameters = method.GetParameters();
                        object?[] arguments = [.. parameters.Select((p, i) => i < given.Length ? Convert(given[i], p.ParameterType) : p.DefaultValue)];
                        tests.Add(new Test(method, arguments, $"{name}({string.Join(", ", given)})".ReplaceLineEndings(" ").Replace('\t', ' ')));
                    }
                }
            }
        }

        return tests;
    }

    private static object? Convert(object? value, Type to)
    {
        to = Nullable.GetUnderlyingType(to) ?? to;
        return value is null || to.IsInstanceOfType(value) ? value : to.IsEnum ? Enum.ToObject(to, value) : value is IConvertible && typeof(IConvertible).IsAssignableFrom(to) ? System.Convert.ChangeType(value, to, CultureInfo.InvariantCulture) : value;
    }

    private static async Task<Exception?> RunAsync(Test test)
    {
        object? instance = null;
        List<object> made = [];
        try
        {
            if (!test.Method.IsStatic)
            {
                ConstructorInfo constructor = test.Method.DeclaringType!.GetConstructors().Single();
                List<object?> arguments = [];
                foreach (ParameterInfo p in constructor.GetParameters())
                {
                    object fixture = p.ParameterType.Name == "ITestOutputHelper" ? typeof(DispatchProxy).GetMethods().Single(m => m is { Name: "Create", ContainsGenericParameters: true }).MakeGenericMethod(p.ParameterType, typeof(Deaf)).Invoke(null, null)! : Activator.CreateInstance(p.ParameterType)!;
                    made.Add(fixture);
                    await BeginAsync(fixture);
                    arguments.Add(fixture);
                }

                instance = constructor.Invoke([.. arguments]);
                made.Add(instance);
                await BeginAsync(instance);
            }

            object? result = test.Method.Invoke(instance, test.Arguments);
            if (result is Task task) await task;
            else if (result is ValueTask value) await value;
            return null;
        }
        catch (Exception e)
        {
            while (e is TargetInvocationException { InnerException: { } inner }) e = inner;
            return e.Message.StartsWith("$XunitDynamicSkip$", StringComparison.Ordinal) ? null : e;
        }
        finally
        {
            foreach (object o in Enumerable.Reverse(made))
            {
                try
                {
                    if (o is IAsyncDisposable later) await later.DisposeAsync();
                    else if (o is IDisposable now) now.Dispose();
                }
                catch (Exception)
                {
                    // As a test that fails would be told; the next one has an instance of its own.
                }
            }
        }
    }

    private static async Task BeginAsync(object o)
    {
        if (o.GetType().GetInterface("IAsyncLifetime")?.GetMethod("InitializeAsync") is { } begin) await (ValueTask)begin.Invoke(o, null)!;
    }
}

/// <summary>Hears what tests say and does nothing.</summary>
public class Deaf : DispatchProxy
{
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.ReturnType is { IsValueType: true } t && t != typeof(void) ? Activator.CreateInstance(t) : null;
}
