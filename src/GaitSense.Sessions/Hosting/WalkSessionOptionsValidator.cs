using Microsoft.Extensions.Options;

namespace GaitSense.Sessions;

/// <summary>Checks the ranges that <see cref="WalkSessionOptions"/> declares. Its body is generated.</summary>
[OptionsValidator]
public sealed partial class WalkSessionOptionsValidator : IValidateOptions<WalkSessionOptions>;
