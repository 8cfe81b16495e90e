using System.Text.Json.Serialization;

namespace GaitSense.Training.TimedTests;

/// <summary>How timed tests become JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(TestDefinition[]))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class TimedTestContext : JsonSerializerContext;
