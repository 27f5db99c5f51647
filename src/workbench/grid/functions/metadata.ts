/** A parameter of a function in functions.json. */
export interface ParameterMetadata {
  name: string;
  description?: string;
  type?: string;
  dimensionality?: string;
  optional?: boolean;
  repeating?: boolean;
  customEnumId?: string;
}

/** A function in functions.json. */
export interface FunctionMetadata {
  id: string;
  name: string;
  description?: string;
  helpUrl?: string;
  parameters?: ParameterMetadata[];
  result?: { type?: string; dimensionality?: string };
  options?: {
    requiresAddress?: boolean;
    requiresParameterAddresses?: boolean;
    cancelable?: boolean;
    stream?: boolean;
    volatile?: boolean;
  };
  allowErrorForDataTypeAny?: boolean;
}

/** The add-in's functions.json, in the format of custom-functions-metadata. */
export interface FunctionsMetadata {
  allowErrorForDataTypeAny?: boolean;
  allowCustomDataForDataTypeAny?: boolean;
  functions: FunctionMetadata[];
  enums?: { id: string; type: string; values: { name: string; value: string | number; tooltip?: string }[] }[];
}
