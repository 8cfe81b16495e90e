using Microsoft.Extensions.Options;

namespace GaitSense.Sessions;

/// <summary>Checks the ranges that <see cref="WalkRunnerOptions"/> declares. Its body is generated.</summary>
[OptionsValidator]
internal sealed partial class WalkRunnerOptionsValidator : IValidateOptions<WalkRunnerOptions>;
