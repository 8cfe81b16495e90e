using System.Text.Json.Serialization;
using GaitSense.Training.Gates;
using GaitSense.Training.Phone;
using GaitSense.Training.Plans;
using GaitSense.Training.Rules;
using GaitSense.Training.Texts;

namespace GaitSense.Training.Programmes;

/// <summary>How documents of this room become JSON without reflection, for builds that are trimmed.</summary>
[JsonSourceGenerationOptions(GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(Programme))]
[JsonSerializable(typeof(TrainingRules))]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(PhonePlan))]
[JsonSerializable(typeof(CatalogueDocument))]
[JsonSerializable(typeof(QuestionsDocument))]
internal sealed partial class TrainingContext : JsonSerializerContext;
